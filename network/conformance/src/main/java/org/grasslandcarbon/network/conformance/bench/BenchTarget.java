// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.ManagedChannel;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.conformance.ExampleSigners;

/** A ledger with the registry and the plain chaincode on it, under the same endorsement policy. */
interface BenchTarget extends AutoCloseable {
  /** What it is, for the head of the report. */
  String name();

  /** A channel to a peer; the caller shuts it down. */
  ManagedChannel newChannel();

  /** Who the clients are to the peer. */
  LedgerIdentity identity();

  /** Signers of the founding authority and of the office of Beijing. */
  ExampleSigners signers();

  /** Processor time used so far, in milliseconds, by kind of process or thread. */
  Map<String, Double> processorMilliseconds();

  /**
   * The gateways of the target's own, which read every block into their databases beside the one
   * that is measured; empty when it has none.
   */
  default Optional<Companions> companions() {
    return Optional.empty();
  }

  /** Gateways that can be there or not. */
  interface Companions {
    /** Ends them. */
    void stop();

    /** Starts them and returns when they have read what there is. */
    void start();
  }

  @Override
  void close();
}
