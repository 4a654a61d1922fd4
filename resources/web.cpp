// SPDX-License-Identifier: Apache-2.0
// A static library needs one source; the pages are data, see CMakeLists.txt.
