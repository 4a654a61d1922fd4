#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps translations/*.ts and what is said in the sources together.

words.py update LUPDATE   collects the pages' words into resources/web/strings.cpp, brings each .ts up to date, and lists
                          what nobody has translated yet
words.py check LUPDATE    fails where an update would change anything, or a translation is missing or does not fit
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
TS = ROOT / 'translations'
WEB = ROOT / 'resources' / 'web'
LIST = WEB / 'strings.cpp'
SOURCES = ['app', 'core', 'server', 'resources/web/strings.cpp']
FORMS = {'en': 2, 'de': 2, 'fr': 2, 'es': 2}

LITERAL = r"'((?:[^'\\\n]|\\.)*)'"
ONE = re.compile(r'\bt\(\s*' + LITERAL)
MANY = re.compile(r'\btn\(\s*' + LITERAL)
CALL = re.compile(r'\btn?\(\s*(?!' + LITERAL + r')')
MARK = re.compile(r'\[\[(?:all:)?(.*?)\]\]', re.DOTALL)


def page_files():
    for path in sorted(WEB.rglob('*')):
        if path.suffix in ('.js', '.html') and 'vendor' not in path.parts:
            yield path


def page_words():
    """What the pages say: {source: has plural forms}, in the order of the files."""
    words = {}
    for path in page_files():
        text = path.read_text(encoding='utf-8')
        if path.name != 'words.js':  # which defines t() and tn()
            if path.suffix == '.js' and (bad := CALL.search(text)):
                sys.exit(f'{path}: t() and tn() take words in single quotes: {text[bad.start():bad.start() + 60]!r}')
            for pattern, plural in ((ONE, False), (MANY, True)):
                for found in pattern.finditer(text):
                    words.setdefault(re.sub(r"\\(.)", r'\1', found[1]), plural)
        for found in MARK.finditer(text):
            words.setdefault(' '.join(found[1].split()), False)
    return words


def word_list():
    """resources/web/strings.cpp as it should be."""
    def literal(source):
        return '"' + source.replace('\\', '\\\\').replace('"', '\\"') + '"'
    words = sorted(page_words().items())
    once = [f'    QT_TRANSLATE_NOOP("web", {literal(source)}),' for source, plural in words if not plural]
    many = [f'    QT_TRANSLATE_N_NOOP("web", {literal(source)}),' for source, plural in words if plural]
    return '\n'.join([
        '// SPDX-License-Identifier: Apache-2.0',
        '// Made by `./dev translate` from t(), tn() and [[…]] in resources/web: not to be edited.',
        '#include "resources/web/strings.h"',
        '',
        '#include <QtGlobal>',
        '',
        '// clang-format off',
        'const std::vector<const char *> ChatCal::webStrings{',
        *once,
        '};',
        'const std::vector<const char *> ChatCal::webPlurals{',
        *many,
        '};',
        '',
    ])


def lupdate(program, files):
    for path in files:
        language = path.stem[-2:]
        run = subprocess.run([program, '-silent', '-no-obsolete', '-locations', 'none', '-extensions', 'cpp,h',
                        '-source-language', 'en', '-tr-function-alias', 'tr+=en', '-I', '.', *(['-pluralonly'] if language == 'en' else []),
                        *SOURCES, '-ts', str(path)], cwd=ROOT, check=True, capture_output=True, text=True)
        if run.stderr:  # a tr() whose context is not what it will be looked up by
            sys.exit(run.stderr)


def entries(path):
    """(context, source, comment) of each message, and its <message>."""
    for context in xml.parse(path).getroot().iter('context'):
        for message in context.iter('message'):
            yield (context.findtext('name'), message.findtext('source'), message.findtext('comment')), message


def marks(text):
    """What has to be in a translation as well: placeholders and tags."""
    return sorted(re.findall(r'%L?\d|%n|</?[a-z][^>]*>', text))


def faults(path):
    """What is wrong with each entry of @p path, as (entry, words)."""
    language = path.stem[-2:]
    for (context, source, comment), message in entries(path):
        translation = message.find('translation')
        numerus = message.get('numerus') == 'yes'
        texts = [form.text or '' for form in translation.iter('numerusform')] if numerus else [translation.text or '']
        place = f'{context}: {source!r}' + (f' ({comment})' if comment else '')
        if translation.get('type') or not all(text.strip() for text in texts):
            yield place, 'is not translated'
            continue
        if numerus and len(texts) != FORMS[language]:
            yield place, f'has {len(texts)} plural forms, not {FORMS[language]}'
        for at, text in enumerate(texts):
            wanted, found = marks(source), marks(text)
            if numerus and at == 0:  # "one meeting" may do without its number
                wanted, found = ([mark for mark in each if mark != '%n'] for each in (wanted, found))
            if wanted != found:
                yield place, f'has {found}, not {wanted}: {text!r}'
            if context == 'web' and '"' in text and '"' not in source:
                yield place, 'has a quotation mark, which would end an attribute'
            if (source[0] == ' ') != (text[0] == ' ') or (source[-1] == ' ') != (text[-1] == ' '):
                yield place, f'begins or ends with a space where the source does not, or the other way round: {text!r}'


SAID = re.compile(r'Sentence::said\(\s*(?:u|QStringLiteral\(\s*)"((?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"')


def untold():
    """English sentences for people that lupdate cannot find. What tools say to models (core/agent) stays English."""
    for folder in ('core', 'server'):
        for path in sorted((ROOT / folder).rglob('*')):
            if path.suffix not in ('.cpp', '.h') or path.is_relative_to(ROOT / 'core' / 'agent'):
                continue
            for found in SAID.finditer(path.read_text(encoding='utf-8')):
                yield f'{path.relative_to(ROOT)}: {found[1]!r} is not translatable: Sentence::en()'


def report():
    count = 0
    for path in sorted(TS.glob('*.ts')):
        for place, fault in faults(path):
            print(f'{path.name}: {place} {fault}')
            count += 1
    return count


def update(program):
    LIST.write_text(word_list(), encoding='utf-8')
    lupdate(program, sorted(TS.glob('*.ts')))
    left = report()
    print(f'{left} entries to translate or to mend' if left else 'Everything is translated.')


def check(program):
    failed = False
    if LIST.read_text(encoding='utf-8') != word_list():
        print(f'{LIST.name} is not what the pages say: run ./dev translate')
        failed = True
    with tempfile.TemporaryDirectory() as folder:
        copies = [pathlib.Path(shutil.copy(path, folder)) for path in sorted(TS.glob('*.ts'))]
        lupdate(program, copies)
        for copy in copies:
            there, wanted = ({entry for entry, _ in entries(path)} for path in (TS / copy.name, copy))
            for entry in sorted(wanted ^ there, key=str):
                print(f'{copy.name}: {entry[0]}: {entry[1]!r} is {"missing" if entry in wanted else "said no more"}: run ./dev translate')
                failed = True
    for fault in untold():
        print(fault)
        failed = True
    if report() or failed:
        sys.exit(1)


{'update': update, 'check': check}[sys.argv[1]](sys.argv[2])
