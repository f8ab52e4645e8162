// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletionException;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
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
  ResponseEntity<Object> refused(RegistryException refusal, HttpServletRequest request) {
    boolean isSigned = request.getRequestURI().equals(Paths.INSTRUCTIONS);
    return (isSigned ? Problem.of(refusal) : Problem.ofUnsigned(refusal)).answer();
  }

  /** A gateway that has not read the ledger, as after the loss of its database, cannot deny. */
  @ExceptionHandler
  ResponseEntity<Object> refused(RequestException refusal) {
    if (refusal.code() == GatewayCode.NOT_FOUND && !progress.isCurrent()) {
      ProjectionProgress.Rebuilding read = progress.readSoFar();
      return Problem.of(
              ErrorCode.OVERLOADED,
              zh("网关仍在读取账本，其中可能有该记录；已读取 %s 个区块，共 %s 个")
                  .en(
                      "the gateway is still reading the ledger, which may have it: %s of %s blocks"
                          + " are read",
                      read.blocks(), read.of()))
          .answer();
    }
    return Problem.of(refusal.code(), refusal.detail()).answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException wrong) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(wrong);
    return Problem.of(GatewayCode.BAD_REQUEST, reason(cause).at(wrong.getName())).answer();
  }

  /** Only values of the registry explain themselves to people; parsers speak of Java. */
  private static Detail reason(Throwable failure) {
    if (failure instanceof BadValueException value) {
      return value.detail();
    }
    return failure instanceof RequestException request
        ? request.detail()
        : zh("格式不符").en("is not of the form expected");
  }

  @ExceptionHandler
  ResponseEntity<Object> missingParameter(MissingServletRequestParameterException missing) {
    return Problem.of(
            GatewayCode.BAD_REQUEST,
            zh("须有参数 %s").en("parameter %s is needed", missing.getParameterName()))
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> nothingHere(NoResourceFoundException missing) {
    return Problem.of(GatewayCode.NOT_FOUND, zh("没有此地址").en("no resource has this address"))
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongMethod(HttpRequestMethodNotSupportedException wrong) {
    return Problem.of(
            GatewayCode.METHOD_NOT_ALLOWED, zh("方法 %s").en("method %s", wrong.getMethod()))
        .answer(wrong.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongType(HttpMediaTypeNotSupportedException wrong) {
    return Problem.of(
            GatewayCode.UNSUPPORTED_MEDIA_TYPE,
            zh("内容类型 %s").en("content type %s", wrong.getContentType()))
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> notAcceptable(HttpMediaTypeNotAcceptableException wrong) {
    return Problem.of(
            GatewayCode.NOT_ACCEPTABLE,
            zh("可提供 %s").en("offered are %s", wrong.getSupportedMediaTypes()))
        .answer();
  }

  /** Nobody's question may keep the database from answering others. */
  @ExceptionHandler
  ResponseEntity<Object> askedTooMuch(QueryTimeoutException failure) {
    return Problem.of(GatewayCode.QUERY_TOO_LONG, zh("查询已被中止").en("the query was given up"))
        .answer();
  }

  /** The database is away: reading works again once it is back. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Object> databaseAway(Exception failure) {
    LOG.log(System.Logger.Level.ERROR, "the projection's database failed", failure);
    return Problem.of(
            ErrorCode.OVERLOADED, zh("网关的数据库无应答").en("the gateway's database does not answer"))
        .answer();
  }

  @ExceptionHandler
  ResponseEntity<Object> failedLater(CompletionException failure, HttpServletRequest request) {
    if (failure.getCause() instanceof RegistryException refusal) {
      return refused(refusal, request);
    }
    return unexpected(failure.getCause() instanceof Exception cause ? cause : failure);
  }

  /** The firewall looks at a name or a header when it is asked for, which is in a handler. */
  @ExceptionHandler
  ResponseEntity<Object> rejected(RequestRejectedException rejected) {
    return Problem.of(
            GatewayCode.BAD_REQUEST,
            zh("参数名或首部中有不接受的字符")
                .en("the name of a parameter, or a header, has characters that are not taken"))
        .answer();
  }

  /** The person who asked has gone; there is nobody to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {}

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception failure) {
    if (failure instanceof org.springframework.web.ErrorResponse known) {
      int status = known.getStatusCode().value();
      if (status < 500) {
        return Problem.of(GatewayCode.BAD_REQUEST, zh("无法读取该请求").en("the request cannot be read"))
            .answer(new HttpHeaders());
      }
    }
    if (failure instanceof BadValueException ours) {
      return Problem.of(GatewayCode.BAD_REQUEST, ours.detail()).answer();
    }
    LOG.log(System.Logger.Level.ERROR, "a request failed", failure);
    return Problem.of(ErrorCode.INTERNAL, zh("请查看网关日志").en("see the gateway's log")).answer();
  }
}
