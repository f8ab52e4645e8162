// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/**
 * A contract as anybody would write it for Fabric, with one transaction for each thing that a peer
 * has to serve.
 */
@Contract(name = "keys")
public final class KeysContract implements ContractInterface {
  @Transaction
  public String put(Context context, String key, String value) {
    context.getStub().putStringState(key, value);
    return value;
  }

  @Transaction
  public String putWithEvent(Context context, String key, String value) {
    context.getStub().putStringState(key, value);
    context.getStub().setEvent("put", (key + "=" + value).getBytes(StandardCharsets.UTF_8));
    return value;
  }

  @Transaction
  public String get(Context context, String key) {
    return context.getStub().getStringState(key);
  }

  @Transaction
  public String delete(Context context, String key) {
    context.getStub().delState(key);
    return "";
  }

  /** Reads, then writes: two of these for one key conflict. */
  @Transaction
  public String append(Context context, String key, String suffix) {
    String value = context.getStub().getStringState(key) + suffix;
    context.getStub().putStringState(key, value);
    return value;
  }

  @Transaction
  public String create(Context context, String key, String value) {
    if (!context.getStub().getStringState(key).isEmpty()) {
      throw new ChaincodeException("EXISTS: the key " + key + " is taken");
    }
    context.getStub().putStringState(key, value);
    return value;
  }

  @Transaction
  public String range(Context context, String from, String to) throws Exception {
    List<String> found = new ArrayList<>();
    try (QueryResultsIterator<KeyValue> results = context.getStub().getStateByRange(from, to)) {
      results.forEach(result -> found.add(result.getKey() + "=" + result.getStringValue()));
    }
    return String.join(",", found);
  }

  @Transaction
  public String page(Context context, String from, String to, String size, String bookmark)
      throws Exception {
    List<String> found = new ArrayList<>();
    try (QueryResultsIteratorWithMetadata<KeyValue> results =
        context
            .getStub()
            .getStateByRangeWithPagination(from, to, Integer.parseInt(size), bookmark)) {
      results.forEach(result -> found.add(result.getKey()));
      return String.join(",", found)
          + " then "
          + results.getMetadata().getBookmark()
          + " of "
          + results.getMetadata().getFetchedRecordsCount();
    }
  }

  /** Counts a range and writes the count: a new key in the range is a phantom. */
  @Transaction
  public String count(Context context, String from, String to, String target) throws Exception {
    int count = 0;
    try (QueryResultsIterator<KeyValue> results = context.getStub().getStateByRange(from, to)) {
      for (KeyValue ignored : results) {
        count++;
      }
    }
    context.getStub().putStringState(target, String.valueOf(count));
    return String.valueOf(count);
  }

  @Transaction
  public String fill(Context context, String prefix, String count) {
    for (int i = 0; i < Integer.parseInt(count); i++) {
      context.getStub().putStringState(prefix + String.format("%05d", i), "v" + i);
    }
    return count;
  }

  @Transaction
  public String history(Context context, String key) throws Exception {
    List<String> found = new ArrayList<>();
    try (QueryResultsIterator<KeyModification> results = context.getStub().getHistoryForKey(key)) {
      results.forEach(
          change -> found.add(change.isDeleted() ? "deleted" : change.getStringValue()));
    }
    return String.join(",", found);
  }

  @Transaction
  public String putPrivate(Context context, String collection, String key) {
    byte[] value = context.getStub().getTransient().get("value");
    context.getStub().putPrivateData(collection, key, value);
    return "";
  }

  @Transaction
  public String getPrivate(Context context, String collection, String key) {
    return context.getStub().getPrivateDataUTF8(collection, key);
  }

  @Transaction
  public String privateHash(Context context, String collection, String key) {
    byte[] hash = context.getStub().getPrivateDataHash(collection, key);
    return java.util.HexFormat.of().formatHex(hash);
  }

  @Transaction
  public String restrict(Context context, String key, String parameter) {
    context.getStub().setStateValidationParameter(key, parameter.getBytes(StandardCharsets.UTF_8));
    return "";
  }

  @Transaction
  public String restriction(Context context, String key) {
    byte[] parameter = context.getStub().getStateValidationParameter(key);
    return parameter == null ? "" : new String(parameter, StandardCharsets.UTF_8);
  }

  @Transaction
  public String call(Context context, String chaincode, String function, String argument) {
    Chaincode.Response response =
        context.getStub().invokeChaincodeWithStringArgs(chaincode, function, argument, "called");
    if (response.getStatusCode() >= 400) {
      throw new ChaincodeException(response.getMessage());
    }
    return response.getStringPayload();
  }

  /** What no contract may do: every run gives something else. */
  @Transaction
  public String guess(Context context, String key) {
    context.getStub().putStringState(key, UUID.randomUUID().toString());
    return "";
  }

  @Transaction
  public String refuse(Context context, String message) {
    throw new ChaincodeException(message, "payload that never arrives");
  }

  @Transaction
  public String failInside(Context context) {
    throw new IllegalStateException("a secret of the implementation");
  }
}
