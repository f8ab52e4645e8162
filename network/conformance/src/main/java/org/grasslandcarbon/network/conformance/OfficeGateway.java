// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import io.grpc.ManagedChannel;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.gateway.GatewayApplication;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.standalone.OneJvmLedger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A whole gateway of its own, with its own data and port, in front of a ledger that others use too.
 */
public final class OfficeGateway implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  /** In front of a ledger in this JVM. */
  public OfficeGateway(OneJvmLedger ledger, Path data) {
    this(ledger::newChannel, ledger::identity, data);
  }

  /**
   * In front of any peer.
   *
   * @param channel makes a channel to it, which is closed with the gateway
   * @param identity who the gateway is to that peer
   * @param data its directory, whose last name is what its tokens are for
   */
  public OfficeGateway(
      Supplier<ManagedChannel> channel, Supplier<LedgerIdentity> identity, Path data) {
    context =
        new SpringApplicationBuilder(GatewayApplication.class)
            .initializers(
                (GenericApplicationContext starting) -> {
                  starting.registerBean(
                      "ledgerChannel",
                      ManagedChannel.class,
                      channel,
                      definition -> definition.setDestroyMethodName("shutdownNow"));
                  starting.registerBean("ledgerIdentity", LedgerIdentity.class, identity);
                })
            .run(
                "--server.port=0",
                "--grassland.data=" + data,
                "--grassland.audience=" + data.getFileName());
  }

  public URI address() {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }

  /** Something in it, for tests that damage it behind its back. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A client that knows this gateway only. */
  public RegistryClient client() {
    return new RegistryClient(address());
  }

  @Override
  public void close() {
    context.close();
  }
}
