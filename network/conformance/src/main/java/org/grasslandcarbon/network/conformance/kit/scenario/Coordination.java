// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.OfficeGateway;
import org.grasslandcarbon.network.conformance.coordination.Case;
import org.grasslandcarbon.network.conformance.coordination.CaseLedger;
import org.grasslandcarbon.network.conformance.coordination.CoordinationCases;
import org.grasslandcarbon.network.conformance.coordination.Findings;
import org.grasslandcarbon.network.conformance.kit.Office;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/**
 * Thirty-five mechanisms of coordination between regions, played through the whole gateway of an
 * office: what an instruction changes is what was computed by hand.
 */
public final class Coordination implements Scenario {
  @Override
  public String name() {
    return "coordination";
  }

  @Override
  public String about() {
    return "Each mechanism of coordination: what is read before and after an instruction.";
  }

  @Override
  public void play(Scene scene) throws IOException {
    Office office = scene.target().offices().get(0);
    Path data = Files.createTempDirectory("grassland-coordination");
    List<Case> cases = CoordinationCases.all();
    List<String> violations = new ArrayList<>();
    try (OfficeGateway gateway =
        new OfficeGateway(
            () -> new Lent(office.channel()),
            () -> new LedgerIdentity(office.mspId(), office.certificate(), office.privateKey()),
            data)) {
      CaseLedger ledger =
          new CaseLedger(
              gateway,
              data.getFileName().toString(),
              new ExampleSigners(scene.target().founderKeys().getParent()),
              cases.size());
      for (Case each : cases) {
        Findings seen = new Findings();
        scene.title(each.name());
        try {
          each.play().on(ledger, seen);
        } catch (RuntimeException e) {
          violations.add(each.name() + " broke off: " + e);
        }
        seen.lines().forEach(scene::see);
        seen.violations().forEach(found -> violations.add(each.name() + ": " + found));
      }
    } finally {
      delete(data);
    }
    if (!violations.isEmpty()) {
      throw new IllegalStateException(String.join("\n", violations));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The target's channel, which a gateway that stops does not close. */
  private static final class Lent extends ManagedChannel {
    private final Channel channel;
    private volatile boolean given;

    Lent(Channel channel) {
      this.channel = channel;
    }

    @Override
    public <A, B> ClientCall<A, B> newCall(MethodDescriptor<A, B> method, CallOptions options) {
      return channel.newCall(method, options);
    }

    @Override
    public String authority() {
      return channel.authority();
    }

    @Override
    public ManagedChannel shutdown() {
      given = true;
      return this;
    }

    @Override
    public ManagedChannel shutdownNow() {
      return shutdown();
    }

    @Override
    public boolean isShutdown() {
      return given;
    }

    @Override
    public boolean isTerminated() {
      return given;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return given;
    }
  }
}
