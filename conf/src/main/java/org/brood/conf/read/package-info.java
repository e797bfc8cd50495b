/**
 * The way in: a configuration file becomes a checked, merged, immutable {@link org.brood.conf.read.ServerConfiguration}.
 * Everything else in {@code org.brood.conf} is a step of this way; this package may use all of it.
 *
 * <pre>{@code
 * List<ModuleSpec> modules = List.of(aliasModule, headersModule);           // what each module declares
 * ReaderOptions options = ReaderOptions.of(Path.of("/srv/web"), "2.4.66", (id, text) -> System.err.println(id + ": " + text));
 * ConfigurationReader reader = new ConfigurationReader(modules, options);
 * ResolvedConfiguration resolved = reader.resolve(Path.of("/srv/web/conf/httpd.conf")); // files are read here only
 * ServerConfiguration server = reader.apply(resolved);                      // or throws ConfigurationException.report()
 * String handOver = resolved.text();                                        // to a child: no file is touched again
 * ServerConfiguration same = reader.apply(ResolvedConfiguration.parse(handOver));
 * VirtualHostConfiguration host = server.virtualHosts().getFirst();
 * Settings here = host.sections().directory(host.sections().defaults(), "/srv/web/htdocs/", NamedCaptures.IGNORED);
 * }</pre>
 */
@NullMarked
package org.brood.conf.read;

import org.jspecify.annotations.NullMarked;
