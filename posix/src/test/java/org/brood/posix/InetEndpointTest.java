package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InetEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:80",
        "0.0.0.0, 0.0.0.0:80",
        "255.1.2.3, 255.1.2.3:80",
        "::, [::]:80",
        "::1, [::1]:80",
        "1::, [1::]:80",
        "2001:DB8:0:0:1:0:0:1, [2001:db8::1:0:0:1]:80",
        "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:80",
        "1:0:0:2:0:0:0:3, [1:0:0:2::3]:80",
        "1:2:3:4:5:6:0:0, [1:2:3:4:5:6::]:80",
        "0:0:3:4:5:6:7:8, [::3:4:5:6:7:8]:80",
    })
    void textIsThatOfRfc5952(String literal, String text) {
        assertThat(InetEndpoint.of(literal, 80)).hasToString(text);
    }

    @Test
    void mappedIpv4IsShownAsIpv4() {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = -1;
        mapped[12] = 10;
        mapped[15] = 9;
        assertThat(new InetEndpoint(mapped, 8080, 0)).hasToString("10.0.0.9:8080");
    }

    @Test
    void aScopeIsShownAndKept() {
        byte[] linkLocal = InetEndpoint.of("fe80::1", 1).address();
        assertThat(new InetEndpoint(linkLocal, 80, 3)).hasToString("[fe80::1%3]:80");
        assertThat(new SocketAddressBuffer()
                        .fill(new InetEndpoint(linkLocal, 80, 3))
                        .endpoint())
                .isEqualTo(new InetEndpoint(linkLocal, 80, 3));
    }

    @Test
    void nothingOutsideChangesAnEndpoint() {
        byte[] address = {127, 0, 0, 1};
        InetEndpoint endpoint = new InetEndpoint(address, 80, 0);
        address[3] = 2;
        endpoint.address()[3] = 3;
        assertThat(endpoint)
                .isEqualTo(InetEndpoint.of("127.0.0.1", 80))
                .hasSameHashCodeAs(InetEndpoint.of("127.0.0.1", 80));
    }

    @Test
    void impossibleOnesAreRefused() {
        assertThatThrownBy(() -> new InetEndpoint(new byte[5], 80, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InetEndpoint(new byte[4], 65536, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InetEndpoint.of("localhost", 80)).isInstanceOf(IllegalArgumentException.class);
    }
}
