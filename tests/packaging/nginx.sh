# SPDX-License-Identifier: Apache-2.0
# Sourced by deb.sh: the example of packaging/nginx in front of two running instances.

# A port nobody uses at the moment.
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

take_nginx_away() { rm -rf "$root"/etc/nginx/conf.d/chatcal*.conf "$root/etc/nginx/tls"; }

# nginx_in_front URL URL PID_OF_FIRST
nginx_in_front() {
    local first=${1#http://} second=${2#http://} first_process=$3
    local plain secure examples=$root/usr/share/doc/chatcal-server/examples/nginx
    step "nginx in front of both"
    plain=$(free_port)
    secure=$(free_port)
    # The example as it is, but for the ports, which may be taken here.
    sed -e "s/listen 80;/listen 127.0.0.1:$plain;/; s/listen 443 /listen 127.0.0.1:$secure /; /listen \[::\]/d" \
        "$examples/chatcal.conf" >"$root/etc/nginx/conf.d/chatcal.conf"
    sed -e "s/127.0.0.1:8000/$first/; s/127.0.0.1:8001/$second/" \
        "$examples/chatcal-upstream.conf" >"$root/etc/nginx/conf.d/chatcal-upstream.conf"
    rm -f "$root/etc/nginx/sites-enabled/default"
    mkdir -p "$root/etc/nginx/tls"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=calendar.example.org \
        -addext subjectAltName=DNS:calendar.example.org \
        -keyout "$root/etc/nginx/tls/privkey.pem" -out "$root/etc/nginx/tls/fullchain.pem" 2>/dev/null
    in_root nginx -t 2>&1 | tail -2
    (exec chroot "$root" /usr/sbin/nginx -g 'daemon off;') >"$work/nginx.log" 2>&1 &
    started+=($!)

    local site=https://calendar.example.org:$secure
    local reach=(curl -sS -m 20 --cacert "$root/etc/nginx/tls/fullchain.pem" --resolve "calendar.example.org:$secure:127.0.0.1")
    for _ in $(seq 100); do
        "${reach[@]}" -o /dev/null "$site/health/live" 2>/dev/null && break
        sleep 0.1
    done
    [ "$("${reach[@]}" -o /dev/null -w '%{http_version} %{http_code}' "$site/health/live")" = "2 200" ] \
        || fail "no HTTP/2 answer through nginx"
    [ "$(curl -s -m 10 -o /dev/null -w '%{http_code}' -H 'Host: calendar.example.org' "http://127.0.0.1:$plain/")" = 301 ] \
        || fail "plain HTTP is not sent to TLS"
    [ "$("${reach[@]}" -o /dev/null -w '%{http_code}' "$site/metrics")" = 404 ] || fail "the metrics are public"
    # To a stranger behind nginx the parts' details stay closed, though nginx comes from this machine.
    "${reach[@]}" "$site/health" | grep -q '"detail"' && fail "/health tells a stranger details"
    echo "HTTP/2, redirect, metrics and details closed"

    # An event stream: each event goes through at once, while the stream stays open.
    local token
    token=$(cat "$root/var/lib/chatcal/owner.token")
    : >"$work/events"
    "${reach[@]}" -N -m 60 -H "Authorization: Bearer $token" "$site/api/v1/events" >"$work/events" &
    local reader=$!
    started+=("$reader")
    for _ in $(seq 100); do grep -q connected "$work/events" && break; sleep 0.1; done
    grep -q connected "$work/events" || fail "nginx holds an event stream back"
    book_one "http://$first" "next Wednesday at 2pm"
    for _ in $(seq 100); do grep -q '^event: meeting_changed' "$work/events" && break; sleep 0.1; done
    grep -q '^event: meeting_changed' "$work/events" || fail "nginx holds an event back"
    kill -0 "$reader" 2>/dev/null || fail "the stream ended"
    "${reach[@]}" -N -H 'Content-Type: application/json' -d '{"message": "When are you free on Thursday?"}' \
        "$site/chat/stream" | grep -q '^event: reply' || fail "no reply through /chat/stream"
    echo "events pass at once"

    # One instance drains and ends: no request is lost.
    local failed=0 answer
    kill "$first_process"
    for _ in $(seq 40); do
        answer=$("${reach[@]}" -o /dev/null -w '%{http_code}' "$site/version" || true)
        [ "$answer" = 200 ] || failed=$((failed + 1))
    done
    wait "$first_process" || fail "SIGTERM does not end an instance with code 0"
    [ "$failed" -eq 0 ] || fail "$failed of 40 requests failed while one instance ended"
    echo "40 of 40 requests answered while one instance ended"
}
