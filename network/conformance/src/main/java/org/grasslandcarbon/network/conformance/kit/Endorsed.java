// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;

/** A transaction with enough endorsements, not yet submitted. */
public final class Endorsed {
  private final Scene scene;
  private final Client client;
  private final Transaction transaction;

  Endorsed(Scene scene, Client client, Transaction transaction) {
    this.scene = scene;
    this.client = client;
    this.transaction = transaction;
  }

  public Client client() {
    return client;
  }

  public Transaction transaction() {
    return transaction;
  }

  /** The transaction as it goes to the orderers. */
  public Envelope envelope() {
    try {
      return PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  public String id() {
    return transaction.getTransactionId();
  }

  public String result() {
    return Transactions.result(transaction.getResult());
  }

  /**
   * Submits, and waits until every office's peer has it.
   *
   * @return the validation code
   */
  public String commit() throws SubmitException, CommitStatusException {
    Status status = transaction.submitAsync().getStatus();
    Transactions.awaitEverywhere(scene, id());
    Transactions.nameBlock(scene, client, status.getBlockNumber());
    return status.getCode().name();
  }
}
