package org.brood.conf;

/** The classes of AllowOverride that let a directive into an {@code .htaccess} file. */
public enum OverrideClass {
    AUTH_CONFIG("AuthConfig"),
    FILE_INFO("FileInfo"),
    INDEXES("Indexes"),
    LIMIT("Limit"),
    OPTIONS("Options");

    private final String word;

    OverrideClass(String word) {
        this.word = word;
    }

    /** The word as AllowOverride takes it. */
    public String word() {
        return word;
    }
}
