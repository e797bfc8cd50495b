/**
 * Files and accounts that the parent is responsible for: PidFile, CoreDumpDirectory, User, Group, ChrootDir.
 * Directives are data here as everywhere; what they say reaches the parent as one immutable record.
 * Depends on posix and conf.
 */
@NullMarked
package org.brood.supervisor.files;

import org.jspecify.annotations.NullMarked;
