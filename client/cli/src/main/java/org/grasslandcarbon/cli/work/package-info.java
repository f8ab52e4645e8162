// SPDX-License-Identifier: Apache-2.0
/** What waits for whoever asks, and how long stages take. */
package org.grasslandcarbon.cli.work;
