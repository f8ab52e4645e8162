// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/**
 * Says as a problem document what the server itself refuses: what is not HTTP, has too long a
 * header or an address that cannot be decoded. Nothing of what was sent is repeated. Tomcat makes
 * it by its name.
 */
public final class ConnectorProblems extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorProblems.class);

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    AtomicBoolean canWrite = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, canWrite);
    if (!canWrite.get()) {
      return;
    }
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setHeader("Cache-Control", "no-store");
      response.getOutputStream().write(Codec.write(Problem.ofStatus(status)));
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A problem could not be told", e);
    }
  }
}
