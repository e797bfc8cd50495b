package org.brood.supervisor.handover;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.brood.mpm.spi.MpmSettings;

/** Writes a hand-over in the format of {@link HandOver}. One use, one thread. */
final class HandOverBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private final DataOutputStream out = new DataOutputStream(bytes);

    byte[] write(HandOver handOver) {
        try {
            out.write(HandOverFormat.MAGIC);
            out.writeInt(HandOverFormat.VERSION);
            out.writeInt(handOver.generation());
            text(handOver.mpm());
            settings(handOver.settings());
            descriptors(handOver);
            identity(handOver.identity());
            bytes(handOver.configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes everything
        }
        return bytes.toByteArray();
    }

    private void settings(MpmSettings settings) throws IOException {
        out.writeInt(settings.serverLimit());
        out.writeInt(settings.threadLimit());
        out.writeInt(settings.threadsPerChild());
        out.writeInt(settings.maxRequestWorkers());
        out.writeInt(settings.activeLimit());
        out.writeInt(settings.startServers());
        out.writeInt(settings.minSpare());
        out.writeInt(settings.maxSpare());
        out.writeInt(settings.maxConnectionsPerChild());
        out.writeDouble(settings.asyncRequestWorkerFactor());
        out.writeInt(settings.listenerThreads());
        out.writeInt(settings.buckets());
        out.writeInt(settings.gracefulShutdownTimeoutSeconds());
        out.writeLong(settings.threadStackBytes());
    }

    private void descriptors(HandOver handOver) throws IOException {
        out.writeInt(handOver.listeners().size());
        for (HandOver.Heirloom listener : handOver.listeners()) {
            out.writeInt(listener.descriptor());
            out.writeInt(listener.bucket());
            text(listener.protocol());
            bytes(listener.address());
            out.writeInt(listener.port());
            out.writeInt(listener.scopeId());
        }
        out.writeInt(handOver.logs().size());
        for (HandOver.Log log : handOver.logs()) {
            out.writeInt(log.descriptor());
            text(log.name());
        }
        out.writeInt(handOver.board());
        out.writeLong(handOver.boardBytes());
    }

    private void identity(Identity identity) throws IOException {
        text(identity.user());
        out.writeInt(identity.uid());
        text(identity.group());
        out.writeInt(identity.gid());
        text(identity.chroot());
        text(identity.coreDirectory());
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }
}
