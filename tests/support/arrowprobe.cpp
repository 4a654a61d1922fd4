// SPDX-License-Identifier: Apache-2.0
// The store may not know the agent: this must not compile, and the test "arrows" holds that.
#include "core/agent/agent.h"
