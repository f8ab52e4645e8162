// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * One call of one chaincode, by a client or by another chaincode: its simulation and its open
 * queries.
 */
final class Invocation {
  /** Results in one answer to a query. */
  static final int RESULTS_PER_MESSAGE = 100;

  /** Results of one query altogether, as Fabric's default. */
  static final int MAX_QUERY_RESULTS = 100_000;

  /** Open queries hold memory; a chaincode that never closes its iterators is told so. */
  static final int MAX_OPEN_QUERIES = 1000;

  private final String organisation;
  private final String chaincode;
  private final String transactionId;
  private final SignedProposal proposal;
  private final ChaincodeInput input;
  private final Simulation simulation;
  private final Map<String, OpenQuery> queries = new HashMap<>();
  private int queriesOpened;

  /** Completed with the chaincode's COMPLETED or ERROR. */
  final CompletableFuture<ChaincodeMessage> outcome = new CompletableFuture<>();

  /** Set while a request of this transaction is being answered: there may be only one. */
  final AtomicBoolean busy = new AtomicBoolean();

  Invocation(
      String organisation,
      String chaincode,
      String transactionId,
      SignedProposal proposal,
      ChaincodeInput input,
      Simulation simulation) {
    this.organisation = organisation;
    this.chaincode = chaincode;
    this.transactionId = transactionId;
    this.proposal = proposal;
    this.input = input;
    this.simulation = simulation;
  }

  String organisation() {
    return organisation;
  }

  String chaincode() {
    return chaincode;
  }

  String transactionId() {
    return transactionId;
  }

  SignedProposal proposal() {
    return proposal;
  }

  ChaincodeInput input() {
    return input;
  }

  Simulation simulation() {
    return simulation;
  }

  /** The same transaction calling another chaincode. */
  Invocation nested(String otherChaincode, ChaincodeInput otherInput) {
    return new Invocation(
        organisation, otherChaincode, transactionId, proposal, otherInput, simulation);
  }

  private static final class OpenQuery {
    private final Query query;
    private final int limit;
    private final boolean paginated;
    private ByteString lookedAhead;
    private int total;

    private OpenQuery(Query query, int limit, boolean paginated) {
      this.query = query;
      this.limit = limit;
      this.paginated = paginated;
    }
  }

  /**
   * @param pageSize zero for no paging; with paging everything comes in one answer, with a bookmark
   */
  QueryResponse open(Query query, boolean paginated, int pageSize) throws RequestException {
    if (queries.size() >= MAX_OPEN_QUERIES) {
      throw new RequestException(
          "more than " + MAX_OPEN_QUERIES + " queries are open; close iterators");
    }
    int limit = pageSize > 0 ? Math.min(pageSize, MAX_QUERY_RESULTS) : MAX_QUERY_RESULTS;
    String id = transactionId + "-" + queriesOpened++;
    queries.put(id, new OpenQuery(query, limit, paginated));
    return next(id);
  }

  QueryResponse next(String id) throws RequestException {
    OpenQuery open = queries.get(id);
    if (open == null) {
      throw new RequestException("query iterator not found");
    }
    QueryResponse.Builder response = QueryResponse.newBuilder().setId(id);
    if (open.lookedAhead != null) {
      add(response, open.lookedAhead);
      open.lookedAhead = null;
    }
    // One result is read ahead, to know whether there are more; it counts as read for the conflict
    // check, as in Fabric.
    while (open.total < open.limit) {
      ByteString result = open.query.next();
      if (result == null) {
        break;
      }
      open.total++;
      if (!open.paginated && response.getResultsCount() == RESULTS_PER_MESSAGE) {
        open.lookedAhead = result;
        return response.setHasMore(true).build();
      }
      add(response, result);
    }
    queries.remove(id);
    if (open.paginated) {
      response.setMetadata(
          QueryResponseMetadata.newBuilder()
              .setFetchedRecordsCount(open.total)
              .setBookmark(open.query.bookmark())
              .build()
              .toByteString());
    }
    return response.build();
  }

  private static void add(QueryResponse.Builder response, ByteString result) {
    response.addResults(QueryResultBytes.newBuilder().setResultBytes(result));
  }

  QueryResponse close(String id) {
    queries.remove(id);
    return QueryResponse.newBuilder().setId(id).build();
  }
}
