package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostAddressesTest {

    private final AtomicLong now = new AtomicLong();
    private final List<String> lookUps = new ArrayList<>();
    private String[] answer = {};

    private final HostAddresses addresses =
            new HostAddresses("api.example", new AddressPolicy(true), this::resolve, now::get);

    private InetAddress[] resolve(String host) throws java.net.UnknownHostException {
        lookUps.add(host);
        InetAddress[] resolved = new InetAddress[answer.length];
        for (int i = 0; i < answer.length; i++) {
            resolved[i] = InetAddress.getByName(answer[i]);
        }
        return resolved;
    }

    @Test
    void a_name_that_resolves_to_a_metadata_service_is_refused() {
        // Given
        answer = new String[] {"169.254.169.254"};

        // When / Then
        assertThatThrownBy(addresses::pick).isInstanceOf(HostAddresses.AddressRefused.class);
    }

    @Test
    void an_address_that_is_not_allowed_among_others_is_never_used() throws Exception {
        // Given
        answer = new String[] {"169.254.169.254", "192.0.2.1", "192.0.2.2"};

        // When
        List<String> picked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            picked.add(addresses.pick().getHostAddress());
            addresses.tryAnother();
        }

        // Then
        assertThat(picked).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.2");
    }

    @Test
    void a_name_is_looked_up_again_after_half_a_minute_and_checked_again() throws Exception {
        // Given
        answer = new String[] {"192.0.2.1"};
        addresses.pick();
        now.addAndGet(TimeUnit.SECONDS.toNanos(29));
        addresses.pick();
        answer = new String[] {"169.254.169.254"};

        // When
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));

        // Then
        assertThatThrownBy(addresses::pick).isInstanceOf(HostAddresses.AddressRefused.class);
        assertThat(lookUps).hasSize(2);
    }

    @Test
    void brackets_of_a_literal_address_are_not_part_of_its_name() throws Exception {
        // Given
        answer = new String[] {"::1"};
        HostAddresses literal = new HostAddresses("[::1]", new AddressPolicy(true), this::resolve, now::get);

        // When
        literal.pick();

        // Then
        assertThat(lookUps).containsExactly("::1");
    }
}
