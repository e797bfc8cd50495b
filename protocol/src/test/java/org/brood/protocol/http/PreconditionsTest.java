package org.brood.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {
    private static final long MODIFIED = 784111777;
    private static final String AT = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final String BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";
    private static final String AFTER = "Sun, 06 Nov 1994 08:49:38 GMT";
    private static final String FUTURE = "Sun, 06 Nov 2094 08:49:38 GMT";

    record Fields(Map<Field, String> values) implements RequestFields {
        static Fields of(String text) {
            Map<Field, String> values = new EnumMap<>(Field.class);
            for (String line : text.split("; ")) {
                String[] parts = line.split("=", 2);
                values.put(
                        Field.valueOf(parts[0]),
                        parts[1].replace("@AT", AT)
                                .replace("@BEFORE", BEFORE)
                                .replace("@AFTER", AFTER)
                                .replace("@FUTURE", FUTURE));
            }
            return new Fields(values);
        }

        @Override
        public boolean has(Field field) {
            return values.containsKey(field);
        }

        @Override
        public @Nullable String value(Field field) {
            return values.get(field);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            GET  | IF_NONE_MATCH="a"                                | 304
            GET  | IF_NONE_MATCH=W/"a"                              | 304
            HEAD | IF_NONE_MATCH="x", "a"                           | 304
            GET  | IF_NONE_MATCH="x"                                | 200
            GET  | IF_NONE_MATCH=*                                  | 304
            GET  | IF_NONE_MATCH=a                                  | 200
            GET  | IF_NONE_MATCH="x" "a"                            | 304
            PUT  | IF_NONE_MATCH="a"                                | 412
            PUT  | IF_NONE_MATCH=W/"a"                              | 200
            PUT  | IF_NONE_MATCH=*                                  | 412
            GET  | IF_NONE_MATCH=W/"a"; RANGE=bytes=0-1             | 200
            GET  | IF_NONE_MATCH="a"; RANGE=bytes=0-1               | 304
            GET  | IF_MATCH="a"                                     | 200
            GET  | IF_MATCH=W/"a"                                   | 412
            GET  | IF_MATCH="x"                                     | 412
            GET  | IF_MATCH=*                                       | 200
            GET  | IF_MODIFIED_SINCE=@AT                            | 304
            GET  | IF_MODIFIED_SINCE=@AFTER                         | 304
            GET  | IF_MODIFIED_SINCE=@BEFORE                        | 200
            GET  | IF_MODIFIED_SINCE=@FUTURE                        | 200
            GET  | IF_MODIFIED_SINCE=rubbish                        | 200
            PUT  | IF_MODIFIED_SINCE=@AT                            | 200
            GET  | IF_UNMODIFIED_SINCE=@BEFORE                      | 412
            GET  | IF_UNMODIFIED_SINCE=@AT                          | 200
            GET  | IF_UNMODIFIED_SINCE=rubbish                      | 200
            GET  | IF_NONE_MATCH="x"; IF_MODIFIED_SINCE=@AT         | 200
            GET  | IF_NONE_MATCH="a"; IF_MODIFIED_SINCE=@BEFORE     | 200
            GET  | IF_NONE_MATCH="a"; IF_MODIFIED_SINCE=@AT         | 304
            GET  | IF_NONE_MATCH="a"; IF_UNMODIFIED_SINCE=@AT       | 200
            GET  | IF_MODIFIED_SINCE=@AT; IF_RANGE="a"; RANGE=bytes=0-1 | 200
            """)
    void conditionsAreMetAsInHttpd(Method method, String fields, int status) {
        Preconditions conditions = new Preconditions("\"a\"", MODIFIED, MODIFIED + 3600);
        assertThat(conditions.evaluate(method, Fields.of(fields))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            RANGE=bytes=0-1                  | 3600 | true
            RANGE=bytes=0-1; IF_RANGE="a"    | 3600 | true
            RANGE=bytes=0-1; IF_RANGE="x"    | 3600 | false
            RANGE=bytes=0-1; IF_RANGE=W/"a"  | 3600 | false
            RANGE=bytes=0-1; IF_RANGE=@AT    | 3600 | true
            RANGE=bytes=0-1; IF_RANGE=@AT    | 59   | false
            RANGE=bytes=0-1; IF_RANGE=@AFTER | 3600 | false
            """)
    void rangesApplyWhenIfRangeHolds(String fields, long age, boolean applies) {
        Preconditions conditions = new Preconditions("\"a\"", MODIFIED, MODIFIED + age);
        assertThat(conditions.rangeApplies(Fields.of(fields))).isEqualTo(applies);
    }
}
