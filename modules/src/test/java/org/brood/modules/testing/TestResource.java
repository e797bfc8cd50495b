package org.brood.modules.testing;

import java.util.List;
import org.brood.api.FileStatus;
import org.brood.api.Resource;
import org.jspecify.annotations.Nullable;

/** What a request maps to, in fields. */
public final class TestResource implements Resource {
    private String uri = "/";
    private @Nullable String query;
    private @Nullable String filename;
    private String pathInfo = "";
    private FileStatus status = FileStatus.absent(2);
    private @Nullable String prefix;
    private @Nullable String documentRoot;
    private @Nullable String handler;
    private @Nullable String encoding;
    private List<String> languages = List.of();
    private List<String> filters = List.of();

    void copy(TestResource other) {
        uri = other.uri;
        query = other.query;
        filename = other.filename;
        pathInfo = other.pathInfo;
        status = other.status;
        handler = other.handler;
        encoding = other.encoding;
        languages = other.languages;
        filters = other.filters;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public void uri(String value) {
        uri = value;
    }

    @Override
    public @Nullable String query() {
        return query;
    }

    @Override
    public void query(@Nullable String value) {
        query = value;
    }

    @Override
    public @Nullable String filename() {
        return filename;
    }

    @Override
    public void filename(@Nullable String value) {
        filename = value;
    }

    @Override
    public String pathInfo() {
        return pathInfo;
    }

    @Override
    public void pathInfo(String value) {
        pathInfo = value;
    }

    @Override
    public FileStatus status() {
        return status;
    }

    @Override
    public void status(FileStatus value) {
        status = value;
    }

    @Override
    public @Nullable String contextPrefix() {
        return prefix;
    }

    @Override
    public @Nullable String contextDocumentRoot() {
        return documentRoot;
    }

    @Override
    public void context(String fake, String real) {
        prefix = fake;
        documentRoot = real;
    }

    @Override
    public @Nullable String handler() {
        return handler;
    }

    @Override
    public void handler(@Nullable String value) {
        handler = value;
    }

    @Override
    public @Nullable String contentEncoding() {
        return encoding;
    }

    @Override
    public void contentEncoding(@Nullable String value) {
        encoding = value;
    }

    @Override
    public List<String> contentLanguages() {
        return languages;
    }

    @Override
    public void contentLanguages(List<String> value) {
        languages = value;
    }

    @Override
    public List<String> outputFilters() {
        return filters;
    }

    @Override
    public void outputFilters(List<String> value) {
        filters = value;
    }
}
