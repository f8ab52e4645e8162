// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.grasslandcarbon.gateway.GatewayApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The product's gateway, which can be made to end without any notice before a call to its peer, or
 * has a clock that is wrong. Both come in from outside, through its channel and its clock.
 */
final class FaultyGateway {
  /** System property: the file whose first word names the call before which to end. */
  static final String HALT_FILE = "faults.halt-file";

  /** System property: by how much the clock is ahead, an ISO-8601 duration. */
  static final String CLOCK_AHEAD = "faults.clock-ahead";

  private static final int MESSAGE_BYTES_MOST = 50 << 20;

  private FaultyGateway() {}

  /** Takes the ordinary gateway's settings; other arguments are passed over. */
  public static void main(String[] args) {
    String[] settings =
        Arrays.stream(args).filter(each -> each.startsWith("--")).toArray(String[]::new);
    Clock clock =
        Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty(CLOCK_AHEAD, "PT0S")));
    new SpringApplicationBuilder(GatewayApplication.class)
        .initializers(
            (GenericApplicationContext starting) -> {
              starting.registerBean("clock", Clock.class, () -> clock);
              starting.registerBean(
                  "ledgerChannel",
                  ManagedChannel.class,
                  () -> channel(starting.getEnvironment()),
                  definition -> definition.setDestroyMethodName("shutdownNow"));
            })
        .run(settings);
  }

  private static ManagedChannel channel(Environment settings) {
    try {
      Path authority = Path.of(settings.getRequiredProperty("grassland.ledger.tls-ca"));
      return Grpc.newChannelBuilder(
              settings.getRequiredProperty("grassland.ledger.endpoint"),
              TlsChannelCredentials.newBuilder().trustManager(authority.toFile()).build())
          .maxInboundMessageSize(MESSAGE_BYTES_MOST)
          .intercept(new Halt())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process before the call that the file names, as soon as there is a file. */
  private static final class Halt implements ClientInterceptor {
    private final String file = System.getProperty(HALT_FILE, "");

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      if (!file.isEmpty() && isNamed(method.getBareMethodName())) {
        Runtime.getRuntime().halt(1);
      }
      return next.newCall(method, options);
    }

    private boolean isNamed(String call) {
      try {
        Path path = Path.of(file);
        return Files.exists(path) && Files.readString(path).equals(call);
      } catch (IOException e) {
        return false;
      }
    }
  }
}
