/**
 * Linux as this program sees it: sockets, epoll, processes, files, users and memory, under their man-page names.
 * It is the only native code of the project, by the Foreign Function &amp; Memory API, and depends on nothing but the JDK.
 * Descriptors are plain ints that their caller owns and closes; failures are {@link org.brood.posix.ErrnoException},
 * and what a non-blocking call may well answer is a value of {@link org.brood.posix.Syscall}.
 */
@NullMarked
package org.brood.posix;

import org.jspecify.annotations.NullMarked;
