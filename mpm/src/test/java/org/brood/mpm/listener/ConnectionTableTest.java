package org.brood.mpm.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionTableTest {
    private final ConnectionTable table = new ConnectionTable();

    private Connection put(int socket) {
        Connection connection = Unowned.connection(socket, table.nextTag());
        table.put(connection);
        return connection;
    }

    @Test
    void anEventFindsItsConnection() {
        Connection low = put(5);
        Connection high = put(70_000);
        assertThat(table.find(ConnectionTable.data(5, low.tag))).isSameAs(low);
        assertThat(table.find(ConnectionTable.data(70_000, high.tag))).isSameAs(high);
        assertThat(table.all()).containsExactly(low, high);
    }

    @Test
    void aLateEventOfAClosedConnectionFindsNothing() {
        Connection closed = put(5);
        long late = ConnectionTable.data(5, closed.tag);
        table.forget(closed);
        assertThat(table.find(late)).isNull();
        Connection next = put(5);
        assertThat(table.find(late)).isNull();
        assertThat(table.find(ConnectionTable.data(5, next.tag))).isSameAs(next);
    }

    @Test
    void forgettingTooLateDoesNotHitTheNextOne() {
        Connection closed = put(5);
        Connection next = put(5);
        table.forget(closed);
        assertThat(table.find(ConnectionTable.data(5, next.tag))).isSameAs(next);
    }

    @Test
    void anEventOfAnUnknownDescriptorFindsNothing() {
        assertThat(table.find(ConnectionTable.data(1_000_000, 1))).isNull();
    }

    @Test
    void dataOfConnectionsAndOfDoorsDiffer() {
        assertThat((int) Listener.doorData(0)).isNegative();
        assertThat((int) ConnectionTable.data(Integer.MAX_VALUE, -1)).isPositive();
    }
}
