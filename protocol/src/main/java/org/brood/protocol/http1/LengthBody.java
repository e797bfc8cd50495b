package org.brood.protocol.http1;

/** A body of known length; with length 0, the body of a request that has none. */
final class LengthBody implements BodyReader {
    private long remaining;
    private int dataOffset;
    private int dataLength;

    LengthBody(long length) {
        remaining = length;
    }

    @Override
    public int feed(byte[] buffer, int from, int to) {
        dataOffset = from;
        dataLength = (int) Math.min(remaining, to - from);
        remaining -= dataLength;
        return dataLength;
    }

    @Override
    public int dataOffset() {
        return dataOffset;
    }

    @Override
    public int dataLength() {
        return dataLength;
    }

    @Override
    public boolean ended() {
        return remaining == 0;
    }

    @Override
    public FieldTable trailers() {
        return new FieldTable();
    }
}
