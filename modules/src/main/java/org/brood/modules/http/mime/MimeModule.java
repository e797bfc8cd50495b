package org.brood.modules.http.mime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;
import org.jspecify.annotations.Nullable;

/**
 * mod_mime. A file's name is its base name and extensions in any order; each extension may tell several facts. The base
 * name ends at the first dot behind its leading dots. Types: the last extension that has one wins; encodings add up in
 * order; languages collect.
 */
public final class MimeModule implements Module {
    /** The content type that stands for a directory until someone makes an answer of it. */
    private static final String DIRECTORY_TYPE = "httpd/unix-directory";

    private final Map<String, MimeTypes> defaults = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "mime_module";
    }

    @Override
    public String source() {
        return "mod_mime.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return MimeDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.typeChecker(Position.MIDDLE, this::findTypes);
    }

    private Verdict findTypes(Exchange exchange) {
        Resource resource = exchange.resource();
        if (resource.status().isDirectory()) {
            exchange.response().contentType(DIRECTORY_TYPE);
            return Verdict.OK;
        }
        String filename = resource.filename();
        if (filename == null) {
            return Verdict.DECLINED;
        }
        MimeSettings settings = exchange.settings(MimeSettings.KEY);
        boolean usePathInfo = Boolean.TRUE.equals(settings.usePathInfo());
        String path = usePathInfo ? filename + resource.pathInfo() : filename;
        Findings findings = new Findings(settings, types(exchange));
        findings.readName(path.substring(path.lastIndexOf('/') + 1));
        return findings.applyTo(exchange);
    }

    private MimeTypes types(Exchange exchange) {
        MimeTypes configured = exchange.settings(MimeTypes.KEY);
        if (!configured.byExtension().isEmpty()) {
            return configured;
        }
        String file = exchange.virtualHost().serverRoot() + "/conf/mime.types";
        MimeTypes known = defaults.get(file);
        if (known == null) {
            known = readDefault(exchange, file);
            defaults.put(file, known);
        }
        return known;
    }

    private static MimeTypes readDefault(Exchange exchange, String file) {
        try {
            return MimeTypes.read(java.nio.file.Path.of(file));
        } catch (IOException e) {
            exchange.log("mime").log(LogLevel.ERROR, "AH01597", "could not open mime types config file " + file + ".");
            return new MimeTypes(Map.of());
        }
    }

    /** What the extensions of one name say. */
    private static final class Findings {
        private final MimeSettings settings;
        private final MimeTypes types;
        private final List<String> languages = new ArrayList<>(1);
        private final List<String> outputFilters = new ArrayList<>(1);
        private final List<String> strangers = new ArrayList<>(2);
        private @Nullable String type;
        private @Nullable String charset;
        private @Nullable String encoding;
        private @Nullable String handler;
        private boolean metadata;

        Findings(MimeSettings settings, MimeTypes types) {
            this.settings = settings;
            this.types = types;
        }

        void readName(String name) {
            int start = 0;
            while (start < name.length() && name.charAt(start) == '.') {
                start++;
            }
            int dot = name.indexOf('.', start);
            strangers.add(dot < 0 ? name : name.substring(0, dot));
            while (dot >= 0) {
                int next = name.indexOf('.', dot + 1);
                String extension = name.substring(dot + 1, next < 0 ? name.length() : next);
                if (!extension.isEmpty()) {
                    readExtension(extension);
                }
                dot = next;
            }
        }

        private void readExtension(String extension) {
            String lower = extension.toLowerCase(Locale.ROOT);
            Map<Fact, String> facts = settings.extensions().getOrDefault(lower, Map.of());
            boolean found = readType(lower, facts.get(Fact.TYPE));
            for (Map.Entry<Fact, String> fact : facts.entrySet()) {
                found |= read(fact.getKey(), fact.getValue());
            }
            if (found || settings.multiviews().contains(MimeSettings.Match.ANY)) {
                metadata = true;
            } else {
                strangers.add(extension);
            }
        }

        private boolean readType(String extension, @Nullable String added) {
            String value = added == null ? types.byExtension().get(extension) : added;
            if (value == null || value.isEmpty()) {
                return false;
            }
            type = value;
            return true;
        }

        private boolean read(Fact fact, String value) {
            switch (fact) {
                case TYPE -> {
                    return false;
                }
                case CHARSET -> charset = value;
                case LANGUAGE -> languages.add(value);
                case ENCODING -> encoding = encoding == null ? value : encoding + ", " + value;
                case HANDLER -> {
                    handler = value;
                    return settings.multiviews().contains(MimeSettings.Match.HANDLERS);
                }
                case INPUT_FILTER -> {
                    return settings.multiviews().contains(MimeSettings.Match.FILTERS);
                }
                case OUTPUT_FILTER -> {
                    outputFilters.addAll(List.of(value.split(";")));
                    return settings.multiviews().contains(MimeSettings.Match.FILTERS);
                }
            }
            return true;
        }

        Verdict applyTo(Exchange exchange) {
            Resource resource = exchange.resource();
            if (handler != null) {
                resource.handler(handler);
            }
            if (encoding != null) {
                String before = resource.contentEncoding();
                resource.contentEncoding(before == null ? encoding : before + ", " + encoding);
            }
            if (!outputFilters.isEmpty()) {
                List<String> all = new ArrayList<>(resource.outputFilters());
                all.addAll(outputFilters);
                resource.outputFilters(all);
            }
            applyLanguages(resource);
            if (metadata && exchange.parent() != null) {
                exchange.notes().set("ap-mime-exceptions-list", String.join("/", strangers));
            }
            return applyType(exchange);
        }

        private void applyLanguages(Resource resource) {
            String standard = settings.defaultLanguage();
            if (!languages.isEmpty()) {
                List<String> all = new ArrayList<>(resource.contentLanguages());
                all.addAll(languages);
                resource.contentLanguages(all);
            } else if (standard != null && resource.contentLanguages().isEmpty()) {
                resource.contentLanguages(List.of(standard));
            }
        }

        private Verdict applyType(Exchange exchange) {
            String before = type == null ? exchange.response().contentType() : type;
            if (before == null) {
                return Verdict.DECLINED;
            }
            exchange.response().contentType(MediaType.withCharset(before, charset));
            return Verdict.OK;
        }
    }
}
