// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.ManagedChannel;
import java.util.Map;
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

  @Override
  void close();
}
