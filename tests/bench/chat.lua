-- SPDX-License-Identifier: Apache-2.0
-- wrk script: conversations over POST /chat, with latency percentiles at the end.
--   wrk -c16 -t1 -d10 -s tests/bench/chat.lua http://127.0.0.1:8000 -- [new|kept] [turns] [book|talk] [expected]
-- "new": every request starts a conversation. "kept" (the default): a conversation goes on for so many turns (4),
-- its next message leaving only after the answer to the one before. "book" (the default): a guest books; "talk": the
-- same number of messages in which nothing is booked. An answer without the text "expected" counts as failed.

local mode = "kept"
local turns = 4
local idle = {}     -- conversations waiting for their next message: {id, turn}
local turn_of = {}  -- by id, the turn under way

-- The counters are global so that done(), which runs outside the threads, can read them.
ok, failed, first_failure = 0, 0, ""

local threads = {}
function setup(thread)
    table.insert(threads, thread)
end

local messages_of = {
    book = {
        "Book a meeting next Tuesday at 2 pm for 30 minutes",
        "My name is Ada Lovelace, ada@example.com",
        "What times are free on Thursday?",
        "Thanks, that is all",
    },
    talk = {
        "Hello, I would like to meet",
        "What can you do for me?",
        "It is about the plan for the spring",
        "Thanks, that is all",
    },
}
local messages = messages_of.book
local expected = ""

function init(arguments)
    mode = arguments[1] or mode
    turns = tonumber(arguments[2]) or turns
    messages = messages_of[arguments[3] or "book"]
    expected = arguments[4] or expected
    wrk.method = "POST"
    wrk.path = "/chat"
    wrk.headers["Content-Type"] = "application/json"
    -- As a host, where a token is given.
    local token = os.getenv("CHATCAL_HOST_TOKEN")
    if token then
        wrk.headers["Authorization"] = "Bearer " .. token
    end
end

local function text_of(turn)
    return messages[(turn - 1) % #messages + 1]
end

function request()
    local next_one = mode == "kept" and table.remove(idle, 1) or nil
    if not next_one then
        return wrk.format(nil, nil, nil, '{"message":"' .. text_of(1) .. '"}')
    end
    turn_of[next_one.id] = next_one.turn
    return wrk.format(nil, nil, nil,
        '{"message":"' .. text_of(next_one.turn) .. '","session_id":"' .. next_one.id .. '"}')
end

function response(status, headers, body)
    if status ~= 200 or (expected ~= "" and not body:find(expected, 1, true)) then
        failed = failed + 1
        if first_failure == "" then
            first_failure = status .. " " .. body:sub(1, 200)
        end
        return
    end
    ok = ok + 1
    if mode == "kept" then
        local id = body:match('"session_id":"([%w_-]+)"')
        local turn = (turn_of[id] or 1) + 1
        turn_of[id] = nil
        if turn <= turns then
            table.insert(idle, {id = id, turn = turn})
        end
    end
end

function done(summary, latency, requests)
    local all_ok, all_failed, example = 0, 0, ""
    for _, thread in ipairs(threads) do
        all_ok = all_ok + thread:get("ok")
        all_failed = all_failed + thread:get("failed")
        if example == "" then
            example = thread:get("first_failure")
        end
    end
    local seconds = summary.duration / 1e6
    print(string.format("turns answered   %d in %.1f s, %.0f per second", all_ok, seconds, all_ok / seconds))
    for _, percentile in ipairs({50, 90, 99, 99.9}) do
        print(string.format("latency p%-6s  %.2f ms", percentile, latency:percentile(percentile) / 1000))
    end
    print(string.format("latency longest  %.2f ms", latency.max / 1000))
    local errors = summary.errors
    print(string.format("failed           %d answers, %d connects, %d reads, %d writes, %d timeouts",
        all_failed, errors.connect, errors.read, errors.write, errors.timeout))
    if example ~= "" then
        print("first failure    " .. example)
    end
    if all_failed + errors.connect + errors.read + errors.write + errors.timeout > 0 or all_ok == 0 then
        os.exit(1)
    end
end
