/**
 * HTTP/1.x as an engine without I/O: bytes in, heads and body slices out, and the other way round for answers.
 * {@link org.brood.protocol.http1.RequestHeadParser} is where a request begins; its comment says how the parts fit.
 * It depends on {@code org.brood.protocol.http} alone, and touches no socket, thread, clock or file.
 */
@NullMarked
package org.brood.protocol.http1;

import org.jspecify.annotations.NullMarked;
