// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.concurrent.CompletionException;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.gateway.problem.GatewayCode;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every failure of a request into a problem document. */
@RestControllerAdvice
final class ProblemAdvice {
  private static final System.Logger LOG = System.getLogger(ProblemAdvice.class.getName());

  private final ProjectionProgress progress;

  ProblemAdvice(ProjectionProgress progress) {
    this.progress = progress;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(RegistryException refusal) {
    return Problem.of(refusal).answer();
  }

  /** A gateway that has not read the ledger, as after the loss of its database, cannot deny. */
  @ExceptionHandler
  ResponseEntity<Object> refused(RequestException refusal) {
    if (refusal.code() == GatewayCode.NOT_FOUND && !progress.isCurrent()) {
      return Problem.of(
              ErrorCode.OVERLOADED, "the gateway is still reading the ledger, which may have it")
          .answer();
    }
    return Problem.of(refusal.code(), refusal.getMessage()).answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException wrong) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(wrong);
    String reason = isCheck(cause) ? cause.getMessage() : "is not of the form expected";
    return Problem.of(GatewayCode.BAD_REQUEST, wrong.getName() + ": " + reason).answer();
  }

  /** Only values of the registry explain themselves to people; parsers speak of Java. */
  private static boolean isCheck(Throwable failure) {
    return failure instanceof BadValueException || failure instanceof RequestException;
  }

  @ExceptionHandler
  ResponseEntity<Object> missingParameter(MissingServletRequestParameterException missing) {
    return Problem.of(
            GatewayCode.BAD_REQUEST, "parameter " + missing.getParameterName() + " is needed")
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> nothingHere(NoResourceFoundException missing) {
    return Problem.of(GatewayCode.NOT_FOUND, "no resource has this address").answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongMethod(HttpRequestMethodNotSupportedException wrong) {
    return Problem.of(GatewayCode.METHOD_NOT_ALLOWED, "method " + wrong.getMethod())
        .answer(wrong.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongType(HttpMediaTypeNotSupportedException wrong) {
    return Problem.of(GatewayCode.UNSUPPORTED_MEDIA_TYPE, "content type " + wrong.getContentType())
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> notAcceptable(HttpMediaTypeNotAcceptableException wrong) {
    return Problem.of(GatewayCode.NOT_ACCEPTABLE, "offered are " + wrong.getSupportedMediaTypes())
        .answer();
  }

  /** The database is away: reading works again once it is back. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Object> databaseAway(Exception failure) {
    LOG.log(System.Logger.Level.ERROR, "the projection's database failed", failure);
    return Problem.of(ErrorCode.OVERLOADED, "the gateway's database does not answer").answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> failedLater(CompletionException failure) {
    if (failure.getCause() instanceof RegistryException refusal) {
      return refused(refusal);
    }
    return unexpected(failure.getCause() instanceof Exception cause ? cause : failure);
  }

  /** The person who asked has gone; there is nobody to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {}

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception failure) {
    if (failure instanceof org.springframework.web.ErrorResponse known) {
      int status = known.getStatusCode().value();
      if (status < 500) {
        return Problem.of(GatewayCode.BAD_REQUEST, "the request cannot be read")
            .answer(new HttpHeaders());
      }
    }
    if (isCheck(failure)) {
      return Problem.of(GatewayCode.BAD_REQUEST, failure.getMessage()).answer();
    }
    LOG.log(System.Logger.Level.ERROR, "a request failed", failure);
    return Problem.of(ErrorCode.INTERNAL, "see the gateway's log").answer();
  }
}
