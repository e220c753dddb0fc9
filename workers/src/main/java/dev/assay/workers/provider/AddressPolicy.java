package dev.assay.workers.provider;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Which addresses a worker may connect to. It looks at addresses, not at names, so a name that resolves to a metadata
 * service is refused whatever it is called.
 *
 * @param allowPrivate whether loopback and private ranges are allowed
 */
record AddressPolicy(boolean allowPrivate) {

    /** Metadata and host services of clouds that do not live in the link-local range. */
    private static final Set<InetAddress> METADATA = Set.of(
            literal("100.100.100.200"), literal("168.63.129.16"), literal("192.0.0.192"), literal("fd00:ec2::254"));

    boolean allows(InetAddress address) {
        InetAddress plain = embeddedIpv4(address);
        return !isAlwaysRefused(address)
                && !isAlwaysRefused(plain)
                && (allowPrivate || !(isPrivate(address) || isPrivate(plain)));
    }

    private static boolean isAlwaysRefused(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address);
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address.isLoopbackAddress() || address.isSiteLocalAddress()) {
            return true;
        }
        return bytes.length == 4
                ? first == 0 || (first == 100 && (second & 0xc0) == 64) || first >= 240
                : (first & 0xfe) == 0xfc;
    }

    /** The IPv4 address inside a NAT64, 6to4 or IPv4-compatible one; any other address itself. */
    private static InetAddress embeddedIpv4(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return address;
        }
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return ofBytes(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean zeros = true;
        for (int i = nat64 ? 4 : 0; i < 12; i++) {
            zeros &= bytes[i] == 0;
        }
        // Without a network part it is ::1 or another address of IPv6's own.
        boolean isCompatible = !nat64 && (bytes[12] != 0 || bytes[13] != 0);
        return zeros && (nat64 || isCompatible) ? ofBytes(Arrays.copyOfRange(bytes, 12, 16)) : address;
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a literal needs no look-up", e);
        }
    }
}
