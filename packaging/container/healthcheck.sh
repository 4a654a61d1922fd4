#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Alive: answers 200. Without curl, whose only use in the image this would be. /health/live and not /health/ready: who
# replaces unhealthy containers must not do so because Redis is away; a load balancer asks /health/ready.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${1:-8000}"
printf 'GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
