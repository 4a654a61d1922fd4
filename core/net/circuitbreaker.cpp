// SPDX-License-Identifier: Apache-2.0
#include "core/net/circuitbreaker.h"

#include <algorithm>

namespace ChatCal {

CircuitBreaker::CircuitBreaker(CircuitPolicy policy, const Clock &clock) : m_policy(policy), m_clock(&clock)
{
}

CircuitBreaker::State CircuitBreaker::state() const
{
    if (!m_openUntil)
        return State::Closed;
    return m_clock->now() < *m_openUntil ? State::Open : State::HalfOpen;
}

bool CircuitBreaker::allow()
{
    switch (state()) {
    case State::Closed:
        return true;
    case State::Open:
        return false;
    case State::HalfOpen:
        break;
    }
    const Instant now = m_clock->now();
    if (m_trialUntil && now < *m_trialUntil)
        return false;
    m_trialUntil = now + m_policy.rest;
    return true;
}

void CircuitBreaker::succeeded()
{
    // A call from before it opened says nothing about now.
    if (state() == State::Open)
        return;
    m_failures = 0;
    m_openUntil.reset();
    m_trialUntil.reset();
}

void CircuitBreaker::failed()
{
    switch (state()) {
    case State::Closed:
        if (++m_failures < m_policy.failures)
            return;
        break;
    case State::Open:
        return;
    case State::HalfOpen:
        break;
    }
    m_openUntil = m_clock->now() + m_policy.rest;
    m_trialUntil.reset();
}

void CircuitBreaker::restFor(std::chrono::milliseconds time)
{
    m_openUntil = m_clock->now() + time;
    m_trialUntil.reset();
}

std::optional<std::chrono::seconds> CircuitBreaker::retryAfter() const
{
    if (!m_openUntil || state() != State::Open)
        return std::nullopt;
    return std::max(std::chrono::ceil<std::chrono::seconds>(*m_openUntil - m_clock->now()), std::chrono::seconds(1));
}

} // namespace ChatCal
