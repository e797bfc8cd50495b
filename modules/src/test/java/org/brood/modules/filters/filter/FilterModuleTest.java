package org.brood.modules.filters.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilterModuleTest {
    private final Site site = Site.of(new FilterModule());

    private TestExchange answered(String type) {
        TestExchange exchange = site.get("/a");
        exchange.response.contentType(type);
        site.run(exchange, "beforeResponse");
        return exchange;
    }

    private List<String> filters(String type) {
        return answered(type).resource.outputFilters();
    }

    @ParameterizedTest
    @CsvSource({"text/html, ONE;TWO", "text/html; charset=utf-8, ONE;TWO", "text/css, ONE", "text/htmlx,", "TEXT/HTML,"
    })
    void filtersAreChosenByType(String type, String expected) throws Exception {
        site.configure("AddOutputFilterByType ONE text/html text/css\nAddOutputFilterByType TWO text/html");
        assertThat(String.join(";", filters(type))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void anErrorPassesAsItIs() throws Exception {
        site.configure("AddOutputFilterByType ONE;TWO text/html");
        assertThat(filters("text/html")).containsExactly("ONE", "TWO");
        TestExchange exchange = site.get("/a");
        exchange.response.contentType("text/html");
        exchange.response.status(404);
        site.run(exchange, "beforeResponse");
        assertThat(exchange.resource.outputFilters()).isEmpty();
        exchange.environment.set("filter-errordocs", "1");
        site.run(exchange, "beforeResponse");
        assertThat(exchange.resource.outputFilters()).containsExactly("ONE", "TWO");
    }

    @Test
    void theLatestProviderThatFitsIsTaken() throws Exception {
        site.configure("""
                FilterDeclare smart
                FilterProvider smart FIRST "true"
                FilterProvider smart SECOND "%{CONTENT_TYPE} =~ m#^text/#"
                FilterChain smart unknown
                """);
        assertThat(filters("text/html")).containsExactly("SECOND");
        TestExchange image = answered("image/png");
        assertThat(image.resource.outputFilters()).containsExactly("FIRST");
        assertThat(image.logged).containsExactly("filter:warn AH01380: Unknown filter unknown not added");
    }

    @ParameterizedTest
    @CsvSource({"a b, a;b", "+a +b, a;b", "a @b, b;a", "a b -A, b", "a ! b, b", "a =b, b", "a b c -b, a;c"})
    void theChainIsBuiltWordByWord(String chain, String expected) throws Exception {
        site.configure(
                "FilterProvider a a true\nFilterProvider b b true\nFilterProvider c c true\nFilterChain " + chain);
        assertThat(String.join(";", filters("text/html"))).isEqualTo(expected);
    }

    @Test
    void anInnerPlaceContinuesTheChainOrBeginsItsOwn() throws Exception {
        String outer = "FilterProvider a a true\nFilterProvider b b true\nFilterChain a\n";
        site.configure(outer + "<Location />\nFilterChain b\n</Location>");
        assertThat(filters("text/html")).containsExactly("a", "b");
        site.configure(outer + "<Location />\nFilterChain =b\n</Location>");
        assertThat(filters("text/html")).containsExactly("b");
    }

    @Test
    void whatAProviderDoesToTheAnswerShowsInItsHead() throws Exception {
        site.configure("FilterProvider a a true\n"
                + "FilterProtocol a a \"change=yes;byteranges=no;cache=no\"\nFilterChain a");
        TestExchange exchange = site.get("/a");
        for (String name : List.of("ETag", "Content-Length", "Last-Modified", "Content-MD5")) {
            exchange.response.headers().set(name, "x");
        }
        site.run(exchange, "beforeResponse");
        assertThat(exchange.response.headers().get("Accept-Ranges")).isEqualTo("none");
        assertThat(exchange.response.headers().get("Cache-Control")).isEqualTo("no-cache");
        for (String name : List.of("ETag", "Content-Length", "Last-Modified", "Content-MD5")) {
            assertThat(exchange.response.headers().contains(name)).as(name).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AddOutputFilterByType A     | AddOutputFilterByType requires at least two arguments",
                "FilterProtocol x change=yes | FilterProtocol: No such filter",
                "FilterProvider a b \"(\"    | Error parsing FilterProvider expression:"
            })
    void mistakesAreToldInHttpdsWords(String line, String complaint) {
        assertThatThrownBy(() -> site.configure(line))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(complaint);
    }
}
