package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static final AddressPolicy LENIENT = new AddressPolicy(true);
    private static final AddressPolicy STRICT = new AddressPolicy(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "fe80::1",
                "0.0.0.0",
                "::",
                "224.0.0.1",
                "ff02::1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "::a9fe:a9fe",
                "2852039166"
            })
    void metadata_and_link_local_addresses_are_refused_in_every_form(String address) throws UnknownHostException {
        assertThat(LENIENT.allows(InetAddress.getByName(address))).isFalse();
        assertThat(STRICT.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "::1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.0.1",
                "fc00::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "0.1.2.3",
                "240.0.0.1"
            })
    void private_addresses_are_a_matter_of_settings(String address) throws UnknownHostException {
        assertThat(LENIENT.allows(InetAddress.getByName(address))).isTrue();
        assertThat(STRICT.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808", "192.0.2.1"})
    void public_addresses_are_allowed(String address) throws UnknownHostException {
        assertThat(STRICT.allows(InetAddress.getByName(address))).isTrue();
    }
}
