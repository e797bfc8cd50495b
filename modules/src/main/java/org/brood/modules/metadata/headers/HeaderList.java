package org.brood.modules.metadata.headers;

/** A field value that is a list: elements with commas between them, which may stand in quotes. */
final class HeaderList {

    private HeaderList() {}

    static boolean contains(String list, String element) {
        int at = 0;
        while (at < list.length()) {
            while (at < list.length() && Character.isWhitespace(list.charAt(at))) {
                at++;
            }
            int end = elementEnd(list, at);
            if (list.substring(at, end).equals(element)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private static int elementEnd(String list, int from) {
        boolean quoted = false;
        int at = from;
        while (at < list.length() && (quoted || list.charAt(at) != ',')) {
            quoted ^= list.charAt(at) == '"';
            at++;
        }
        return at;
    }
}
