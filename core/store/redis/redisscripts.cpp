// SPDX-License-Identifier: Apache-2.0
#include "core/store/redis/redisscripts.h"

#include <QCryptographicHash>

namespace ChatCal {

namespace {

// A document is 15 digits of version and then its body; a missing one has no digits.
// An index keeps all scores 0, so that ZRANGEBYLEX orders by the members' bytes: 16 hex digits of score, then the name.
constexpr char commitText[] = R"(
local done = redis.call('GET', KEYS[1])
if done then return done end
local key, arg = 2, 10
if ARGV[2] ~= '' then
  if redis.call('GET', KEYS[2]) ~= ARGV[2] then return '-the lease is no longer held' end
  key = 3
end
local puts, removes = tonumber(ARGV[4]), tonumber(ARGV[5])
local indexPuts, indexRemoves = tonumber(ARGV[6]), tonumber(ARGV[7])

local known = {}
local function version(name)
  if not known[name] then known[name] = tonumber(redis.call('GETRANGE', name, 0, 14)) or 0 end
  return known[name]
end
local function refused(expected, found)
  if expected == '' or tonumber(expected) == found then return nil end
  return string.format('-expected version %s, found %d', expected, found)
end
local versions = {}
for i = 0, puts - 1 do
  local name, a = KEYS[key + i], arg + 3 * i
  local found = version(name)
  local why = refused(ARGV[a + 1], found)
  if why then return why end
  versions[i + 1] = string.format('%d', found + 1)
  known[name] = found + 1
  if ARGV[a + 2] ~= '' and tonumber(ARGV[a + 2]) <= 0 then known[name] = 0 end
end
for i = 0, removes - 1 do
  local name, expected = KEYS[key + puts + i], ARGV[arg + 3 * puts + i]
  if expected ~= '' then
    local why = refused(expected, version(name))
    if why then return why end
  end
  known[name] = 0
end

for i = 0, puts - 1 do
  local name, a = KEYS[key + i], arg + 3 * i
  local body = string.format('%015d', tonumber(versions[i + 1])) .. ARGV[a]
  local life = ARGV[a + 2]
  if life == '' then redis.call('SET', name, body)
  elseif tonumber(life) > 0 then redis.call('SET', name, body, 'PX', life)
  else redis.call('DEL', name) end
end
key, arg = key + puts, arg + 3 * puts
for i = 0, removes - 1 do redis.call('DEL', KEYS[key + i]) end
key, arg = key + removes, arg + removes
for i = 0, indexPuts - 1 do
  local set, scores, score, member = KEYS[key + 2 * i], KEYS[key + 2 * i + 1], ARGV[arg + 2 * i], ARGV[arg + 2 * i + 1]
  local before = redis.call('HGET', scores, member)
  if before ~= score then
    if before then redis.call('ZREM', set, before .. member) end
    redis.call('ZADD', set, 0, score .. member)
    redis.call('HSET', scores, member, score)
  end
end
key, arg = key + 2 * indexPuts, arg + 2 * indexPuts
for i = 0, indexRemoves - 1 do
  local set, scores, member = KEYS[key + 2 * i], KEYS[key + 2 * i + 1], ARGV[arg + i]
  local before = redis.call('HGET', scores, member)
  if before then
    redis.call('ZREM', set, before .. member)
    redis.call('HDEL', scores, member)
  end
end
if ARGV[3] == '1' then redis.call('DEL', KEYS[2]) end
local answer = '+' .. table.concat(versions, ' ')
redis.call('SET', KEYS[1], answer, 'PX', ARGV[1])
if ARGV[8] ~= '' then redis.pcall('PUBLISH', ARGV[8], ARGV[9]) end
return answer
)";

// The counter starts at the microseconds of the server's clock, so that it may be forgotten in time and yet a token
// never comes back. The document is read before the first write, so that one that cannot be read leaves no lease.
constexpr char acquireText[] = R"(
local held = redis.call('GET', KEYS[1])
local token
if held then
  local owner
  token, owner = string.match(held, '^(%d+):(.*)$')
  if owner ~= ARGV[1] then return false end
end
local document = KEYS[3] and redis.call('GET', KEYS[3])
if not token then
  local now = redis.call('TIME')
  local last = tonumber(redis.call('GET', KEYS[2]) or '0')
  token = string.format('%d', math.max(last + 1, tonumber(now[1]) * 1000000 + tonumber(now[2])))
  redis.call('SET', KEYS[2], token, 'PX', ARGV[3])
  redis.call('SET', KEYS[1], token .. ':' .. ARGV[1], 'PX', ARGV[2])
end
if KEYS[3] then return {token, document} end
return token
)";

constexpr char renewText[] = R"(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
)";

constexpr char releaseText[] = R"(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
)";

RedisScript makeScript(const char *text)
{
    return {QByteArray(text), QCryptographicHash::hash(QByteArray(text), QCryptographicHash::Sha1).toHex()};
}

} // namespace

const RedisScript &commitScript()
{
    static const RedisScript script = makeScript(commitText);
    return script;
}

const RedisScript &acquireScript()
{
    static const RedisScript script = makeScript(acquireText);
    return script;
}

const RedisScript &renewScript()
{
    static const RedisScript script = makeScript(renewText);
    return script;
}

const RedisScript &releaseScript()
{
    static const RedisScript script = makeScript(releaseText);
    return script;
}

std::array<const RedisScript *, 4> allRedisScripts()
{
    return {&commitScript(), &acquireScript(), &renewScript(), &releaseScript()};
}

} // namespace ChatCal
