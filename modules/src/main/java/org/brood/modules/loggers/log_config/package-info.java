/**
 * mod_log_config: what of each request goes to the access logs, and how.
 * Directives: LogFormat, CustomLog, GlobalLog, TransferLog, BufferedLogs.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.loggers.log_config;

import org.jspecify.annotations.NullMarked;
