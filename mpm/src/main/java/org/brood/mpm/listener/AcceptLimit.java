package org.brood.mpm.listener;

/**
 * Whether a child may take another connection: httpd's rule (manual page of event, AsyncRequestWorkerFactor). A child
 * takes as many as it has threads, and for each idle thread the factor's number more, because experience says that many
 * wait most of the time. Connections that are closing do not count. While the child is not listening one idle thread
 * fewer is counted, so that it does not go on and off with every connection.
 *
 * <p>Unlike httpd, which cuts it off, the factor's fraction counts.
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
    public boolean admits(int idle, int connections, int closing, boolean listening) {
        if (idle <= 0) {
            return false;
        }
        int counted = listening ? idle : idle - 1;
        return connections <= closing || connections - closing < threads + counted * factor;
    }
}
