/*
 * The limit: what a server on this machine cannot beat without asking the kernel for less.
 *
 * Two processes share one listener by EPOLLEXCLUSIVE. Whatever arrives in one read counts as one request, unread; the
 * answer is one file, head and body as they go over the wire. No parsing, no timeouts, no log.
 *
 *   limit PORT PROCESSES ANSWER [keep|close] [send|sendfile]
 *
 * SIGTERM ends the parent; its children die with it (PR_SET_PDEATHSIG).
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_FDS 65536

static char *answer;
static int answer_fd;
static size_t answer_size;
static int closing, by_sendfile;
static int epoll_fd, listener;
static size_t offset_of[MAX_FDS]; /* how far the answer has gone, for answers that did not leave at once */
static unsigned char waits_to_write[MAX_FDS];

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void watch(int fd, int operation, uint32_t events)
{
    struct epoll_event event = {.events = events, .data.fd = fd};
    if (epoll_ctl(epoll_fd, operation, fd, &event) < 0)
        fail("epoll_ctl");
}

static void accept_all(void)
{
    for (;;) {
        int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC), one = 1;
        if (fd < 0) {
            if (errno == EMFILE) /* full: leave the rest to the other processes, for good */
                epoll_ctl(epoll_fd, EPOLL_CTL_DEL, listener, NULL);
            return;
        }
        if (fd >= MAX_FDS) {
            close(fd);
            return;
        }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        offset_of[fd] = 0;
        waits_to_write[fd] = 0;
        watch(fd, EPOLL_CTL_ADD, EPOLLIN | EPOLLRDHUP);
    }
}

static ssize_t send_some(int fd)
{
    off_t from = (off_t)offset_of[fd];
    if (by_sendfile)
        return sendfile(fd, answer_fd, &from, answer_size - offset_of[fd]);
    return send(fd, answer + offset_of[fd], answer_size - offset_of[fd], MSG_NOSIGNAL);
}

static void respond(int fd)
{
    while (offset_of[fd] < answer_size) {
        ssize_t sent = send_some(fd);
        if (sent < 0 && errno == EAGAIN) {
            if (!waits_to_write[fd])
                watch(fd, EPOLL_CTL_MOD, EPOLLOUT);
            waits_to_write[fd] = 1;
            return;
        }
        if (sent <= 0) {
            close(fd);
            return;
        }
        offset_of[fd] += (size_t)sent;
    }
    if (closing) {
        close(fd);
        return;
    }
    offset_of[fd] = 0;
    if (waits_to_write[fd])
        watch(fd, EPOLL_CTL_MOD, EPOLLIN | EPOLLRDHUP);
    waits_to_write[fd] = 0;
}

static void request(int fd)
{
    char head[16384];
    ssize_t got = recv(fd, head, sizeof head, 0);
    if (got > 0)
        respond(fd);
    else if (got == 0 || errno != EAGAIN)
        close(fd);
}

static void serve(void)
{
    struct epoll_event events[512];
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    watch(listener, EPOLL_CTL_ADD, EPOLLIN | EPOLLEXCLUSIVE);
    for (;;) {
        int count = epoll_wait(epoll_fd, events, 512, -1);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            if (fd == listener)
                accept_all();
            else if (events[i].events & EPOLLOUT)
                respond(fd);
            else
                request(fd);
        }
    }
}

static void load_answer(const char *path)
{
    struct stat status;
    answer_fd = open(path, O_RDONLY | O_CLOEXEC);
    if (answer_fd < 0 || fstat(answer_fd, &status) < 0)
        fail(path);
    answer_size = (size_t)status.st_size;
    answer = mmap(NULL, answer_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, answer_fd, 0);
    if (answer == MAP_FAILED)
        fail("mmap");
}

static void open_listener(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int one = 1;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0)
        fail("bind");
    if (listen(listener, 4096) < 0)
        fail("listen");
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: limit PORT PROCESSES ANSWER [keep|close] [send|sendfile]\n");
        return 2;
    }
    closing = argc > 4 && !strcmp(argv[4], "close");
    by_sendfile = argc > 5 && !strcmp(argv[5], "sendfile");
    signal(SIGPIPE, SIG_IGN);
    load_answer(argv[3]);
    open_listener(atoi(argv[1]));
    for (int i = 0; i < atoi(argv[2]); i++)
        if (fork() == 0)
            serve();
    pause();
    return 0;
}
