package org.brood.mpm.listener;

/**
 * Whether a child may take another connection: httpd's rule (manual page of event, AsyncRequestWorkerFactor). A child
 * takes as many as it has threads, and for each idle thread the factor's number more, because experience says that many
 * wait most of the time. Connections that are closing do not count.
 *
 * <p>Two things are not httpd's. The factor's fraction counts. And httpd counts one idle thread fewer while the child does
 * not listen, to go on and off less often; but with few threads a child that was shut in a busy moment then stays shut
 * beside idle threads until a kept-alive connection's time is over. Going on and off costs us two system calls.
 *
 * @param threads ThreadsPerChild
 * @param factor AsyncRequestWorkerFactor
 */
public record AcceptLimit(int threads, double factor) {

    /**
     * @param idle workers that could take a request
     * @param connections open ones, closing ones included
     * @param closing connections whose peer is still to close
     */
    public boolean admits(int idle, int connections, int closing) {
        if (idle <= 0) {
            return false;
        }
        return connections <= closing || connections - closing < threads + idle * factor;
    }
}
