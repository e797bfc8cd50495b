package org.brood.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the request maps to; filled by the phases one after the other. */
public interface Resource {

    /** The path of the target, decoded and normalised; starts with {@code /} (or is {@code *}). */
    String uri();

    void uri(String uri);

    /** The query without its {@code ?}; null when there is none. */
    @Nullable
    String query();

    void query(@Nullable String query);

    /** Absolute file name; null before it is translated. */
    @Nullable
    String filename();

    void filename(@Nullable String filename);

    /** What of the path lies behind the file, with its {@code /}; empty when nothing does. */
    String pathInfo();

    void pathInfo(String pathInfo);

    /** The file as the directory walk found it. */
    FileStatus status();

    void status(FileStatus status);

    /** The part of the uri that an Alias replaced, without what follows; null when the document root holds. CONTEXT_PREFIX. */
    @Nullable
    String contextPrefix();

    /** Where {@link #contextPrefix} leads; null when the document root holds. CONTEXT_DOCUMENT_ROOT. */
    @Nullable
    String contextDocumentRoot();

    void context(String prefix, String documentRoot);

    /** The name of the handler to call (SetHandler, AddHandler); null for the default handler's guess. */
    @Nullable
    String handler();

    void handler(@Nullable String handler);

    @Nullable
    String contentEncoding();

    void contentEncoding(@Nullable String encoding);

    List<String> contentLanguages();

    void contentLanguages(List<String> languages);

    /** Names of the output filters that SetOutputFilter and AddOutputFilter chose, nearest the handler first. */
    List<String> outputFilters();

    void outputFilters(List<String> names);
}
