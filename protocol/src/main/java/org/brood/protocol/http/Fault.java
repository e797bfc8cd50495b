package org.brood.protocol.http;

/**
 * What can be wrong with a message: the status that answers it, the number under which httpd logs it (its message tag, or {@code BR} where httpd does
 * not know the fault), our sentence for the log, and the sentence that httpd puts into the error page, where it has one.
 */
public enum Fault {
    REQUEST_LINE_TOO_LONG(414, "AH00565", "the request line is longer than LimitRequestLine"),
    LINE_ENDS_WITHOUT_CR(400, "BR0101", "a line ends in LF without CR, which HttpProtocolOptions Strict refuses"),
    NUL_IN_LINE(400, "BR0102", "a line holds a NUL octet"),
    INPUT_ENDED(400, "AH00567", "the connection ended inside the header section"),

    METHOD_INVALID(400, "AH03445", "the method is not a token"),
    METHOD_INVALID_09(400, "AH03444", "only GET is allowed in HTTP/0.9"),
    TARGET_MISSING(400, "AH03446", "the request line has no target"),
    TARGET_CONTROL(400, "AH03454", "the target holds a control octet"),
    WHITESPACE_INVALID(400, "AH03447", "the request line holds whitespace other than SP"),
    WHITESPACE_EXCESS(
            400, "AH03448", "the request line holds more than one SP, which HttpProtocolOptions Strict refuses"),
    TRAILING_TEXT(400, "AH03449", "text follows the protocol in the request line"),
    HTTP_09_REFUSED(400, "AH02401", "HTTP/0.9 is refused by HttpProtocolOptions Require1.0"),
    PROTOCOL_UNKNOWN(400, "AH02418", "the protocol is not HTTP/x.y"),
    METHOD_UNREGISTERED(501, "AH02423", "the method is not registered (HttpProtocolOptions RegisteredMethods)"),
    TARGET_INVALID(400, "AH03450", "the target is no valid URI or path"),
    TARGET_FRAGMENT(400, "AH02421", "the target has a fragment"),
    TARGET_USERINFO(400, "AH02422", "the target has a user name or password"),
    SCHEME_INVALID(400, "BR0103", "the scheme of the target is neither http nor https"),

    FIELD_TOO_LONG(
            400,
            "AH00561",
            "a field line is longer than LimitRequestFieldSize",
            "Size of a request header field exceeds server limit."),
    FIELD_TOO_LONG_FOLDED(
            400,
            "AH00562",
            "a folded field is longer than LimitRequestFieldSize",
            "Size of a request header field exceeds server limit."),
    FIELD_TOO_LONG_MERGED(
            400,
            "AH00560",
            "the lines of a field are together longer than LimitRequestFieldSize",
            "Size of a request header field exceeds server limit."),
    TOO_MANY_FIELDS(
            400,
            "AH00563",
            "the fields are more than LimitRequestFields",
            "The number of request header fields exceeds this server's limit."),
    FOLD_BEFORE_FIELD(400, "AH03442", "the first field line begins with whitespace"),
    FOLD_EMPTY(400, "AH03443", "a folded line is empty"),
    FIELD_NAME_INVALID(400, "AH02426", "a field name is not a token directly before its colon"),
    FIELD_WITHOUT_COLON(400, "AH00564", "a field line has no colon"),
    FIELD_NAME_EMPTY(400, "AH03453", "a field name is empty"),
    FIELD_NAME_WHITESPACE(400, "AH03452", "a field name holds whitespace"),
    FIELD_VALUE_CONTROL(400, "AH02427", "a field value holds a control octet"),
    FIELD_VALUE_WHITESPACE(400, "AH03451", "a field value holds whitespace other than SP and HT"),

    HOST_MISSING(400, "AH00569", "an HTTP/1.1 request names no host"),
    HOST_INVALID(400, "AH00550", "the host is malformed"),
    HOST_REPEATED(400, "BR0104", "there is more than one Host field"),
    CONTENT_LENGTH_INVALID(400, "AH10242", "the Content-Length is not one decimal number"),
    TRANSFER_ENCODING_INVALID(400, "AH02539", "chunked is not the one final transfer coding"),
    TRANSFER_CODING_UNKNOWN(501, "BR0105", "a transfer coding other than chunked is not known here"),
    EXPECTATION_UNKNOWN(417, "AH00570", "the expectation is not 100-continue"),

    CHUNK_INVALID(400, "AH01590", "a chunk is malformed"),
    CHUNK_TOO_LARGE(413, "AH01590", "a chunk's size or size line overflows"),
    BODY_TOO_LARGE(413, "AH01591", "the body is longer than LimitRequestBody"),
    LENGTH_OVER_LIMIT(413, "AH01588", "the Content-Length is larger than LimitRequestBody"),
    BODY_CUT_SHORT(400, "BR0106", "the connection ended inside the body");

    private final int status;
    private final String tag;
    private final String sentence;
    private final String note;

    Fault(int status, String tag, String sentence) {
        this(status, tag, sentence, "");
    }

    Fault(int status, String tag, String sentence, String note) {
        this.status = status;
        this.tag = tag;
        this.sentence = sentence;
        this.note = note;
    }

    /** The status code of the answer. */
    public int status() {
        return status;
    }

    /** The log number, as {@code AH00565}. */
    public String tag() {
        return tag;
    }

    /** What happened, for the log, without a final stop. */
    public String sentence() {
        return sentence;
    }

    /** httpd's {@code error-notes}: what the 400 page adds to its canned text; empty when it adds nothing. */
    public String note() {
        return note;
    }

    /**
     * Whether the end of this request is known all the same, so that the connection may live on after its body. Only an unknown expectation is of
     * this kind: everything else leaves the input in doubt, and no further octet of it may be read as a request.
     */
    public boolean leavesInputUsable() {
        return this == EXPECTATION_UNKNOWN;
    }
}
