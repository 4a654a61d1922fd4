// SPDX-License-Identifier: Apache-2.0
#include "app/settings/assistantpage.h"

#include "app/settings/form.h"
#include "app/settings/modelorder.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ChatCal {

AssistantPage::AssistantPage(const SettingsContext &context, QWidget *parent) : SetupPage(context, parent)
{
    if (!hasOwnServer()) {
        explainTeam(tr("The team's server answers in the chat. Its operator sets up with which models."));
        return;
    }
    form().addText(
        tr("ChatCal's own model works offline, needs no key and sends nothing anywhere. A model of a service "
           "understands freer wording; what is said in the chat then goes to that service."));
    form().addSection(tr("Groq"));
    addSecret(u"GROQ_API_KEY"_s, tr("&Groq key"), tr("From console.groq.com, for free."));
    addLine(u"GROQ_MODEL"_s, tr("Model at Groq"));
    form().addSection(tr("Anthropic"));
    addSecret(u"ANTHROPIC_API_KEY"_s, tr("&Anthropic key"), tr("From console.anthropic.com."));
    addLine(u"ANTHROPIC_MODEL"_s, tr("Model at Anthropic"));
    form().addSection(
        tr("Any other service"),
        tr("One that speaks as OpenAI's does: Ollama or llama.cpp on your own machine, and many others."));
    addLine(u"OPENAI_BASE_URL"_s, tr("A&ddress"), {}, u"http://127.0.0.1:11434/v1"_s);
    addLine(u"OPENAI_MODEL"_s, tr("&Model there"), {}, u"llama3.1"_s);
    addSecret(u"OPENAI_API_KEY"_s, tr("&Key there"), tr("A service on your own machine needs none."));

    form().addSection(tr("Order"), tr("The first that answers is used."));
    auto *order = new ModelOrder(&form());
    addOther(
        u"CHATCAL_LLM"_s, tr("M&odels"), order, [order] { return order->value(); },
        [order](const ServerSetup::Value &value) { order->setValue(value.text); });
    connect(order, &ModelOrder::changed, this, &AssistantPage::noteChange);
    addCheck(tr("&Check"), {u"GROQ_"_s, u"ANTHROPIC_"_s, u"OPENAI_"_s, u"CHATCAL_LLM"_s}, u"model"_s);
}

} // namespace ChatCal
