package org.brood.modules.filters.reqtimeout;

import java.util.List;
import java.util.Locale;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.timeout.ReadLimit;
import org.brood.api.timeout.RequestReadTimeout;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.modules.text.Words;

/** mod_reqtimeout: reads {@code stage=seconds[-most],MinRate=bytes}; where it is loaded, its defaults are in force. */
public final class ReqTimeoutModule implements Module {
    private static final String RATE = ",minrate=";

    @Override
    public String name() {
        return "reqtimeout_module";
    }

    @Override
    public String source() {
        return "mod_reqtimeout.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return List.of(DirectiveSpec.server(
                "RequestReadTimeout",
                Arguments.RAW,
                "[handshake=timeout[-maxtimeout][,MinRate=rate]] [header=...] [body=...]",
                "handshake=0 header=20-40,MinRate=500 body=20,MinRate=500",
                "Set various timeout parameters for TLS handshake and/or reading request headers and body",
                ReqTimeoutModule::apply));
    }

    @Override
    public void register(Hooks hooks) {
        // The connection reads the settings.
    }

    private static void apply(DirectiveUse use) throws ConfigurationException {
        for (String word : Words.of(use.argument(0))) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new ConfigurationException(
                        null, "Invalid RequestReadTimeout parameter. Parameter must be in the form 'key=value'");
            }
            String stage = word.substring(0, equals);
            String value = word.substring(equals + 1);
            try {
                stage(use, stage, value);
            } catch (ConfigurationException mistake) {
                throw new ConfigurationException(
                        null, "RequestReadTimeout: " + stage + "=" + value + ": " + mistake.getMessage());
            }
        }
    }

    private static void stage(DirectiveUse use, String stage, String value) throws ConfigurationException {
        String name = stage.toLowerCase(Locale.ROOT);
        if (!List.of("handshake", "header", "body").contains(name)) {
            throw new ConfigurationException(null, "Unknown RequestReadTimeout parameter");
        }
        ReadLimit limit = limit(value);
        use.update(
                RequestReadTimeout.KEY,
                before -> new RequestReadTimeout(
                        name.equals("handshake") ? limit : before.handshakeStage(),
                        name.equals("header") ? limit : before.headerStage(),
                        name.equals("body") ? limit : before.bodyStage()));
    }

    private static ReadLimit limit(String value) throws ConfigurationException {
        int rateAt = value.toLowerCase(Locale.ROOT).indexOf(RATE);
        if (rateAt < 0) {
            if (value.indexOf('-') >= 0) {
                throw new ConfigurationException(null, "Must set MinRate option if using timeout range");
            }
            return new ReadLimit(number(value), 0, 0);
        }
        int rate = number(value.substring(rateAt + RATE.length()));
        if (rate == 0) {
            throw new ConfigurationException(null, "Minimum data rate must be larger than 0");
        }
        String range = value.substring(0, rateAt);
        int dash = range.indexOf('-');
        int most = dash < 0 ? 0 : number(range.substring(dash + 1));
        int seconds = number(dash < 0 ? range : range.substring(0, dash));
        if (most != 0 && seconds >= most) {
            throw new ConfigurationException(null, "Maximum timeout must be larger than initial timeout");
        }
        return new ReadLimit(seconds, most, rate);
    }

    private static int number(String text) throws ConfigurationException {
        if (!text.matches("[-+]?\\d.*")) {
            throw new ConfigurationException(null, "Value '" + text + "' not numerical");
        }
        if (!text.matches("[-+]?\\d{1,9}")) {
            throw new ConfigurationException(null, "Cannot parse '" + text.replaceFirst("^[-+]?\\d+", "") + "'");
        }
        int value = Integer.parseInt(text);
        if (value < 0) {
            throw new ConfigurationException(null, "Value must be non-negative");
        }
        return value;
    }
}
