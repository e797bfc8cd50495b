package org.brood.modules.http.mime;

/** What an extension can say. */
enum Fact {
    TYPE("Type"),
    ENCODING("Encoding"),
    LANGUAGE("Language"),
    HANDLER("Handler"),
    CHARSET("Charset"),
    INPUT_FILTER("InputFilter"),
    OUTPUT_FILTER("OutputFilter");

    private final String word;

    Fact(String word) {
        this.word = word;
    }

    /** The word behind Add and Remove in the directives' names. */
    String word() {
        return word;
    }
}
