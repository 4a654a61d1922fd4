// SPDX-License-Identifier: Apache-2.0
#include "core/net/addresspolicy.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

using Bytes = std::span<const unsigned char>;

struct Range
{
    std::array<unsigned char, 4> prefix;
    int bits;
};

bool begins(Bytes address, Bytes prefix, int bits)
{
    for (int bit = 0; bit < bits; ++bit) {
        const auto at = static_cast<size_t>(bit / 8);
        const unsigned mask = 0x80U >> static_cast<unsigned>(bit % 8);
        if ((address[at] & mask) != (prefix[at] & mask))
            return false;
    }
    return true;
}

bool isPublicV4(Bytes address)
{
    static constexpr std::array<Range, 15> closed{{{{0, 0, 0, 0}, 8}, // this network
                                                   {{10, 0, 0, 0}, 8}, // private
                                                   {{100, 64, 0, 0}, 10}, // shared by carriers
                                                   {{127, 0, 0, 0}, 8}, // loopback
                                                   {{169, 254, 0, 0}, 16}, // link-local
                                                   {{172, 16, 0, 0}, 12}, // private
                                                   {{192, 0, 0, 0}, 24}, // protocol assignments
                                                   {{192, 0, 2, 0}, 24}, // documentation
                                                   {{192, 88, 99, 0}, 24}, // 6to4 relays
                                                   {{192, 168, 0, 0}, 16}, // private
                                                   {{198, 18, 0, 0}, 15}, // benchmarks
                                                   {{198, 51, 100, 0}, 24}, // documentation
                                                   {{203, 0, 113, 0}, 24}, // documentation
                                                   {{224, 0, 0, 0}, 4}, // multicast
                                                   {{240, 0, 0, 0}, 4}}}; // reserved, broadcast
    return std::none_of(closed.begin(), closed.end(),
                        [address](const Range &range) { return begins(address, range.prefix, range.bits); });
}

bool isPublicV6(Bytes address)
{
    static constexpr std::array<unsigned char, 12> translated{0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    static constexpr std::array<unsigned char, 2> sixToFour{0x20, 0x02};
    static constexpr std::array<unsigned char, 4> documentation{0x20, 0x01, 0x0d, 0xb8};
    static constexpr std::array<unsigned char, 4> protocols{0x20, 0x01, 0x00, 0x00}; // Teredo among them
    static constexpr std::array<unsigned char, 1> global{0x20};
    if (begins(address, translated, 96))
        return isPublicV4(address.subspan(12));
    if (begins(address, sixToFour, 16))
        return isPublicV4(address.subspan(2, 4));
    // All global unicast there is lies in 2000::/3: that leaves out ::1, ::ffff:0:0/96, fc00::/7, fe80::/10, ff00::/8.
    return begins(address, global, 3) && !begins(address, documentation, 32) && !begins(address, protocols, 23);
}

/// "host", or "host:port".
bool names(const QString &entry, const QString &host, int port)
{
    const qsizetype colon = entry.lastIndexOf(u':');
    const bool hasPort = colon > 0 && (entry.count(u':') == 1 || entry.at(colon - 1) == u']');
    if (hasPort && entry.mid(colon + 1).toInt() != port)
        return false;
    QString name = hasPort ? entry.left(colon) : entry;
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.mid(1, name.size() - 2);
    return name.compare(host, Qt::CaseInsensitive) == 0;
}

} // namespace

bool isPublicAddress(const QByteArray &address)
{
    const QByteArray plain = address.split('%').constFirst(); // without an interface: "fe80::1%eth0"
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET, plain.constData(), bytes.data()) == 1)
        return isPublicV4(Bytes(bytes).first(4));
    if (inet_pton(AF_INET6, plain.constData(), bytes.data()) == 1)
        return isPublicV6(bytes);
    return false;
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    std::array<unsigned char, 16> bytes{};
    const QByteArray text = host.toLatin1();
    if (inet_pton(AF_INET, text.constData(), bytes.data()) == 1)
        return bytes[0] == 127;
    if (inet_pton(AF_INET6, text.constData(), bytes.data()) != 1)
        return false;
    return std::all_of(bytes.begin(), bytes.end() - 1, [](unsigned char byte) { return byte == 0; }) && bytes[15] == 1;
}

bool AddressPolicy::lists(const QUrl &url) const
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    const QString host = url.host();
    return std::any_of(allowedHosts.begin(), allowedHosts.end(),
                       [&host, port](const QString &entry) { return names(entry.trimmed(), host, port); });
}

bool AddressPolicy::allows(const QUrl &url, const QByteArray &address) const
{
    return reach == Reach::Anywhere || isPublicAddress(address) || lists(url);
}

} // namespace ChatCal
