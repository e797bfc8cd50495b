/**
 * Answers that are remembered together with all their causes and given again while the causes hold.
 * This is why a small file costs three system calls: no hook runs twice for the same causes.
 * Depends on request, protocol and posix (stat, open files).
 */
@NullMarked
package org.brood.server.replay;

import org.jspecify.annotations.NullMarked;
