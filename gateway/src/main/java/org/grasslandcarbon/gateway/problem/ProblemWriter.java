// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.grasslandcarbon.domain.json.Codec;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a problem where no controller is: in filters. */
public final class ProblemWriter {
  private ProblemWriter() {}

  /** Writes the whole answer. */
  public static void write(Problem problem, HttpServletResponse response) throws IOException {
    ResponseEntity<Object> answer = problem.answer();
    response.setStatus(problem.status());
    answer
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!response.containsHeader(name)) { // whoever set it knows more
                values.forEach(value -> response.addHeader(name, value));
              }
            });
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(Codec.write(problem));
  }
}
