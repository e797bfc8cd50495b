package org.brood.modules.generators.status;

/**
 * What the status page says of the server beside the board.
 *
 * @param description the whole of it, whatever ServerTokens says
 * @param mpm prefork, worker, event, virtual
 * @param built when
 * @param asynchronous whether connections may wait without a thread: their columns are shown
 * @param processes how many slots are in use at most; dead rows beyond them are not shown
 * @param threads how many rows of a slot are in use
 */
public record ServerFacts(
        String description, String mpm, String built, boolean asynchronous, int processes, int threads) {}
