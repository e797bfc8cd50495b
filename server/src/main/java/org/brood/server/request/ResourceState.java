package org.brood.server.request;

import java.util.List;
import org.brood.api.FileStatus;
import org.brood.api.Resource;
import org.jspecify.annotations.Nullable;

/** What a request maps to, filled by the phases. */
public final class ResourceState implements Resource {
    private String uri;
    private @Nullable String query;
    private @Nullable String filename;
    private String pathInfo = "";
    private FileStatus status = FileStatus.absent(0);
    private @Nullable String handler;
    private @Nullable String contentEncoding;
    private List<String> contentLanguages = List.of();
    private List<String> outputFilters = List.of();
    private @Nullable String contextPrefix;
    private @Nullable String contextDocumentRoot;

    ResourceState(String uri, @Nullable String query) {
        this.uri = uri;
        this.query = query;
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
    public @Nullable String handler() {
        return handler;
    }

    @Override
    public void handler(@Nullable String value) {
        handler = value;
    }

    @Override
    public @Nullable String contentEncoding() {
        return contentEncoding;
    }

    @Override
    public void contentEncoding(@Nullable String value) {
        contentEncoding = value;
    }

    @Override
    public List<String> contentLanguages() {
        return contentLanguages;
    }

    @Override
    public void contentLanguages(List<String> value) {
        contentLanguages = List.copyOf(value);
    }

    @Override
    public List<String> outputFilters() {
        return outputFilters;
    }

    @Override
    public void outputFilters(List<String> value) {
        outputFilters = List.copyOf(value);
    }

    @Override
    public @Nullable String contextPrefix() {
        return contextPrefix;
    }

    @Override
    public @Nullable String contextDocumentRoot() {
        return contextDocumentRoot;
    }

    @Override
    public void context(String prefix, String documentRoot) {
        contextPrefix = prefix;
        contextDocumentRoot = documentRoot;
    }
}
