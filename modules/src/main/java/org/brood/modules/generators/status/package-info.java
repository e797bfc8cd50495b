/**
 * mod_status: the page that shows what every worker does, for people and for programs.
 * Directives: ExtendedStatus, SeeRequestTail.
 * Depends on api, conf and the reading side of the scoreboard.
 */
@NullMarked
package org.brood.modules.generators.status;

import org.jspecify.annotations.NullMarked;
